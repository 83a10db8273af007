package ru.mcu.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import ru.mcu.platform.Refused;

@DisplayName("Что с сообщением сделать нельзя")
class MessageRulesTests {

    private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");

    private final Message message = Message.create(UUID.randomUUID(), "МЦУ-2026-000001");

    @Test
    @DisplayName("перескочить через шаг: с разбора сразу в контроль не попасть")
    void stepsAreNotSkipped() {
        message.enter(MessageStatus.TRIAGE);

        assertThatThrownBy(() -> message.enter(MessageStatus.CONTROL))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("не может стать «Контроль и опрос»");
        assertThat(message.status).isEqualTo(MessageStatus.TRIAGE);
        message.enter(MessageStatus.TRIAGE);
        message.enter(MessageStatus.DRAFTING);
        assertThat(message.status).isEqualTo(MessageStatus.DRAFTING);
    }

    @Test
    @DisplayName("связать с самим собой или с дубликатом")
    void duplicatesLeadToMainMessagesOnly() {
        Message main = Message.create(UUID.randomUUID(), "МЦУ-2026-000002");
        Message duplicate = Message.create(UUID.randomUUID(), "МЦУ-2026-000003");
        duplicate.linkTo(main);

        assertThatThrownBy(() -> message.linkTo(message)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> message.linkTo(duplicate)).isInstanceOf(Refused.class);
        assertThat(message.parentId).isNull();
        message.linkTo(main);
        assertThat(message.parentId).isEqualTo(main.id);
    }

    @Test
    @DisplayName("изменить закрытое: ни вернуть в работу, ни отменить, ни переназначить, ни связать")
    void nothingChangesAfterTheEnd() {
        message.close(CloseReason.ANSWERED, NOW);

        for (Runnable change : new Runnable[] {
            message::reopen,
            () -> message.willCloseAs(CloseReason.CANCELLED),
            message::countReturn,
            message::countRework,
            () -> message.reprioritise(Priority.HIGH),
            () -> message.assign("housing", MessageKind.SOLVABLE, Priority.NORMAL),
            () -> message.classify("Дороги", "Ямы", null, null, null),
            () -> message.answered(AnswerOutcome.SOLVED, null),
            () -> message.linkTo(Message.create(UUID.randomUUID(), "МЦУ-2026-000004"))
        }) {
            assertThatThrownBy(change::run).isInstanceOf(Refused.class).hasMessageContaining("закрыт");
        }
        assertThat(message.closeReason).isEqualTo(CloseReason.ANSWERED);
    }

    @Test
    @DisplayName("названная причина закрытия остаётся, без неё – обычная")
    void theReasonThatWasNamedStays() {
        message.willCloseAs(CloseReason.REJECTED);
        message.close(CloseReason.ANSWERED, NOW);
        assertThat(message.closeReason).isEqualTo(CloseReason.REJECTED);

        Message other = Message.create(UUID.randomUUID(), "МЦУ-2026-000005");
        other.close(CloseReason.ANSWERED, NOW);
        assertThat(other.closeReason).isEqualTo(CloseReason.ANSWERED);
    }

    @Test
    @DisplayName("возврат «не в компетенции» снимает исполнителя, возвращение в работу – прежний исход и оценку")
    void whatNoLongerHoldsIsForgotten() {
        message.assign("housing", MessageKind.SOLVABLE, Priority.NORMAL);
        assertThat(message.countReturn()).isEqualTo(1);
        assertThat(message.executorBody).isNull();

        message.outcome = AnswerOutcome.PLANNED;
        message.promisedOn = java.time.LocalDate.of(2026, 12, 1);
        message.surveyMark = 2;
        message.reopen();
        assertThat(message.outcome).isNull();
        assertThat(message.promisedOn).isNull();
        assertThat(message.surveyMark).isNull();
        assertThat(message.reopenCount).isEqualTo(1);
    }
}
