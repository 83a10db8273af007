package ru.mcu.channel.incidentmanagement;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import ru.mcu.calendar.WorkingCalendar;
import ru.mcu.channel.imports.RowTaker;
import ru.mcu.message.EntryStep;
import ru.mcu.message.MessageKind;
import ru.mcu.message.NewMessage;
import ru.mcu.message.Priority;
import ru.mcu.message.Regime;
import ru.mcu.platform.Channel;
import ru.mcu.spreadsheet.EntryPoints;
import ru.mcu.spreadsheet.IncidentRow;

/** Reads a row of «Инцидент Менеджмент» as a message (Ставрополь III.10.1, Рубцовск 4.5.1). */
@Component
class IncidentRows implements RowTaker<IncidentRow> {

    private final EntryPoints entryPoints;
    private final WorkingCalendar calendar;
    private final Clock clock;

    IncidentRows(@Qualifier("incidentEntryPoints") EntryPoints entryPoints, WorkingCalendar calendar, Clock clock) {
        this.entryPoints = entryPoints;
        this.calendar = calendar;
        this.clock = clock;
    }

    @Override
    public NewMessage message(IncidentRow row) {
        EntryStep step = step(row);
        String place = join(", ", row.street(), row.house());
        return new NewMessage(
                Channel.IM,
                row.id(),
                row.incidentNumber(),
                row.postUrl(),
                row.postUrl(),
                null,
                null,
                row.authorUrl(),
                false,
                row.text(),
                place.isEmpty() ? row.object() : place,
                null,
                row.topicGroup(),
                row.topic(),
                Priority.NORMAL,
                "Информационный".equals(row.type()) ? MessageKind.INFORMATIONAL : MessageKind.SOLVABLE,
                Regime.MESSAGE,
                row.executor() != null ? row.executor() : row.department(),
                at(row.createdAt()),
                null,
                row.closedAt() == null ? null : at(row.closedAt()),
                Boolean.TRUE.equals(row.mediaInMessage()),
                step,
                Stream.of(row.answer3(), row.answer2(), row.answer1(), row.firstAnswerText())
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null));
    }

    private EntryStep step(IncidentRow row) {
        return switch (entryPoints.entry(row.step()).point()) {
            case TRIAGE -> EntryStep.TRIAGE;
            case DRAFT -> EntryStep.DRAFT;
            case REVIEW, CUR -> EntryStep.REVIEW;
            case PUBLISH -> EntryStep.PUBLISH;
            case SURVEY -> EntryStep.SURVEY;
            case HISTORY -> EntryStep.HISTORY;
        };
    }

    private Instant at(@Nullable LocalDateTime local) {
        return local == null ? clock.instant() : local.atZone(calendar.zone()).toInstant();
    }

    private static String join(String separator, @Nullable String... parts) {
        return Stream.of(parts).filter(Objects::nonNull).collect(Collectors.joining(separator));
    }
}
