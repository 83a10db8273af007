package ru.mcu.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("О сроке шага сообщают по одному разу: подходит, вышел, вышел в полтора раза")
class StepDeadlineTests {

    private static final Instant START = Instant.parse("2026-11-23T02:00:00Z");
    private static final Instant WARN = START.plusSeconds(1800);
    private static final Instant DUE = START.plusSeconds(3600);
    private static final Instant CRITICAL = START.plusSeconds(5400);

    private final StepDeadline step = new StepDeadline();

    @BeforeEach
    void anHour() {
        step.startedAt = START;
        step.warnAt = WARN;
        step.dueAt = DUE;
        step.escalateAt = CRITICAL;
    }

    @Test
    @DisplayName("по порядку, и каждое следующее – с наступлением своей минуты")
    void eachOnceAndInOrder() {
        assertThat(step.dueEvent(WARN.minusNanos(1))).isNull();
        assertTold(WARN, DeadlineEvent.WARNING, DUE);
        assertTold(DUE, DeadlineEvent.OVERDUE, CRITICAL);
        assertTold(CRITICAL, DeadlineEvent.CRITICAL, null);
        assertThat(step.warnedAt).isEqualTo(WARN);
    }

    @Test
    @DisplayName("заметили поздно: сразу последнее, без запоздалых предыдущих")
    void whatIsLateIsNotToldPiecemeal() {
        assertTold(CRITICAL.plusSeconds(60), DeadlineEvent.CRITICAL, null);
        assertThat(step.nextAttention(START)).isNull();
    }

    @Test
    @DisplayName("вышедший срок не предупреждают, закрытый шаг молчит")
    void theClosedIsSilent() {
        assertThat(step.dueEvent(DUE)).isEqualTo(DeadlineEvent.OVERDUE);
        step.closedAt = DUE;
        assertThat(step.dueEvent(CRITICAL)).isNull();
    }

    private void assertTold(Instant now, DeadlineEvent event, @org.jspecify.annotations.Nullable Instant next) {
        assertThat(step.dueEvent(now)).isEqualTo(event);
        step.told(event, now);
        assertThat(step.dueEvent(now)).as("told twice").isNull();
        assertThat(step.nextAttention(now)).isEqualTo(next);
    }
}
