package ru.mcu.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import ru.mcu.platform.Refused;

@DisplayName("Правила отсутствий")
class AbsenceRulesTests {

    private static final Instant NOW = Instant.parse("2026-11-02T05:00:00Z");

    @Test
    @DisplayName("отпуск с другим сотрудником в заместителях принимается")
    void aHolidayWithAnotherPersonAsDeputyIsAccepted() {
        assertThatCode(() -> check(request("im", "pos", 1, 15))).doesNotThrowAnyException();
    }

    @Test
    @DisplayName("больничный можно записать задним числом, но не позднее месяца")
    void sickLeaveMayBeToldAfterwards() {
        assertThatCode(() -> check(request("im", "pos", -3, 4))).doesNotThrowAnyException();
        assertRefused(request("im", "pos", -32, 4), "startsAt", "не раньше чем 31 день");
    }

    @Test
    @DisplayName("замещать самого себя нельзя")
    void nobodyStandsInForHimself() {
        assertRefused(request("im", "im", 1, 2), "deputyId", "другой сотрудник");
    }

    @Test
    @DisplayName("окончание раньше начала, уже прошедшее время и больше года не принимаются")
    void datesMustMakeSense() {
        assertRefused(request("im", "pos", 5, 5), "endsAt", "позже начала");
        assertRefused(request("im", "pos", -5, 0), "endsAt", "уже прошло");
        assertRefused(request("im", "pos", 1, 368), "endsAt", "больше года");
    }

    @Test
    @DisplayName("два отсутствия одного сотрудника не пересекаются, но могут идти подряд")
    void absencesOfOnePersonDoNotOverlap() {
        Absence earlier = absence(request("im", "pos", 1, 10));

        assertRefused(request("im", "analitik", 9, 12), "startsAt", "уже записано", earlier);
        assertThatCode(() -> check(request("im", "analitik", 10, 12), earlier)).doesNotThrowAnyException();
    }

    @Test
    @DisplayName("заместитель, который сам отсутствует, не подходит")
    void theDeputyMustBeThere() {
        assertRefused(
                request("im", "pos", 3, 5), "deputyId", "сам отсутствует", absence(request("pos", "analitik", 1, 10)));
    }

    @Test
    @DisplayName("кто замещает другого, не может отсутствовать, пока не назначен иной заместитель")
    void aDeputyMayNotBeAwayMeanwhile() {
        assertRefused(
                request("pos", "analitik", 3, 5), "userId", "замещает другого", absence(request("im", "pos", 1, 10)));
    }

    @Test
    @DisplayName("отменённая запись ничему не мешает")
    void aCancelledAbsenceIsInNobodysWay() {
        Absence cancelled = absence(request("im", "pos", 1, 10));
        cancelled.cancel("rukovoditel", NOW);

        assertThat(cancelled.state(NOW)).isEqualTo(AbsenceState.CANCELLED);
        assertThatCode(() -> check(request("im", "analitik", 2, 3), cancelled)).doesNotThrowAnyException();
    }

    @Test
    @DisplayName("отмена идущего отсутствия заканчивает его сейчас; второй раз отменить нельзя")
    void cancellingARunningAbsenceEndsItNow() {
        Absence running = absence(request("im", "pos", -1, 10));
        running.activate(NOW);
        assertThat(running.state(NOW)).isEqualTo(AbsenceState.ACTIVE);

        running.cancel("rukovoditel", NOW);

        assertThat(running.endsAt()).isEqualTo(NOW);
        assertThat(running.cancelledBy()).contains("rukovoditel");
        assertThat(running.dueToFinish(NOW)).isTrue();
        assertThat(running.state(NOW)).isEqualTo(AbsenceState.ENDING);
        assertThatThrownBy(() -> running.cancel("rukovoditel", NOW)).isInstanceOf(Refused.class);
        running.finish(NOW);
        assertThat(running.state(NOW)).isEqualTo(AbsenceState.FINISHED);
    }

    private static void assertRefused(NewAbsence request, String field, String text, Absence... open) {
        assertThatThrownBy(() -> check(request, open)).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.detail()).contains(text);
            assertThat(refused.errors()).singleElement().satisfies(error -> assertThat(error.field())
                    .isEqualTo(field));
        });
    }

    private static void check(NewAbsence request, Absence... open) {
        AbsenceRules.check(request, List.of(open), NOW);
    }

    private static NewAbsence request(String user, String deputy, int fromDay, int toDay) {
        return new NewAbsence(
                user, deputy, NOW.plus(Duration.ofDays(fromDay)), NOW.plus(Duration.ofDays(toDay)), "отпуск");
    }

    private static Absence absence(NewAbsence request) {
        return new Absence(UUID.randomUUID(), request, "rukovoditel", NOW);
    }
}
