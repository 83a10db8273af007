package ru.mcu.directory;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import ru.mcu.platform.FieldError;
import ru.mcu.platform.Refused;

/** What makes an absence acceptable: sane dates, another person as deputy, and nobody away who has to stand in. */
final class AbsenceRules {

    private static final Duration LONGEST = Duration.ofDays(366);
    private static final Duration TOLD_AFTERWARDS = Duration.ofDays(31);

    private AbsenceRules() {}

    /**
     * @param open absences that are not finished and touch the same time and people
     * @throws Refused with the field to correct
     */
    static void check(NewAbsence request, List<Absence> open, Instant now) {
        if (request.userId().equals(request.deputyId())) {
            throw refused("deputyId", "Заместителем должен быть другой сотрудник.");
        }
        dates(request, now);
        for (Absence other : open) {
            if (other.overlaps(request.startsAt(), request.endsAt())) {
                overlap(request, other);
            }
        }
    }

    private static void dates(NewAbsence request, Instant now) {
        if (!request.startsAt().isBefore(request.endsAt())) {
            throw refused("endsAt", "Окончание должно быть позже начала.");
        }
        if (!now.isBefore(request.endsAt())) {
            throw refused("endsAt", "Это время уже прошло: укажите окончание в будущем.");
        }
        if (request.startsAt().isBefore(now.minus(TOLD_AFTERWARDS))) {
            throw refused("startsAt", "Начало слишком давнее: не раньше чем 31 день назад.");
        }
        if (Duration.between(request.startsAt(), request.endsAt()).compareTo(LONGEST) > 0) {
            throw refused("endsAt", "Отсутствие не может длиться больше года: проверьте даты.");
        }
    }

    private static void overlap(NewAbsence request, Absence other) {
        if (other.userId().equals(request.userId())) {
            throw refused(
                    "startsAt", "На это время отсутствие уже записано: измените даты или отмените прежнюю запись.");
        }
        if (other.userId().equals(request.deputyId())) {
            throw refused("deputyId", "Этот заместитель сам отсутствует в эти дни: выберите другого.");
        }
        if (other.deputyId().equals(request.userId())) {
            throw refused("userId", "Сотрудник в эти дни замещает другого: сначала назначьте там другого заместителя.");
        }
    }

    private static Refused refused(String field, String text) {
        return Refused.invalid("Отсутствие не записано", text, new FieldError(field, text));
    }
}
