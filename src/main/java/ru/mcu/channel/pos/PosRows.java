package ru.mcu.channel.pos;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import ru.mcu.calendar.WorkingCalendar;
import ru.mcu.channel.imports.RowTaker;
import ru.mcu.message.Deadlines;
import ru.mcu.message.EntryStep;
import ru.mcu.message.MessageKind;
import ru.mcu.message.NewMessage;
import ru.mcu.message.Priority;
import ru.mcu.message.Regime;
import ru.mcu.platform.Channel;
import ru.mcu.spreadsheet.EntryPoints;
import ru.mcu.spreadsheet.PosRow;

/** Reads a row of ПОС as a message; its planned date is the deadline, its text is put in by the operator. */
@Component
class PosRows implements RowTaker<PosRow> {

    private final EntryPoints entryPoints;
    private final Deadlines deadlines;
    private final WorkingCalendar calendar;
    private final Clock clock;

    PosRows(
            @Qualifier("posEntryPoints") EntryPoints entryPoints,
            Deadlines deadlines,
            WorkingCalendar calendar,
            Clock clock) {
        this.entryPoints = entryPoints;
        this.deadlines = deadlines;
        this.calendar = calendar;
        this.clock = clock;
    }

    @Override
    public NewMessage message(PosRow row) {
        EntryStep step = entryPoints.entry(row.status(), row.stage()).point() == ru.mcu.spreadsheet.EntryPoint.HISTORY
                ? EntryStep.HISTORY
                : EntryStep.TRIAGE;
        String topic = row.fact() != null ? row.fact() : row.subcategory();
        return new NewMessage(
                Channel.POS,
                row.number(),
                row.epguNumber(),
                null,
                null,
                null,
                null,
                null,
                true,
                "",
                null,
                null,
                row.category(),
                topic,
                Priority.NORMAL,
                MessageKind.SOLVABLE,
                regime(row),
                row.heldBy(),
                row.receivedOn() == null ? clock.instant() : startOf(row.receivedOn()),
                row.dueOn() == null ? null : deadlines.endOfDay(row.dueOn()),
                row.finishedOn() == null ? null : startOf(row.finishedOn()),
                false,
                step,
                null);
    }

    @Override
    public @Nullable Integer mark(PosRow row) {
        Long mark = row.applicantMark();
        if (mark == null || mark == 0) {
            return null; // ПОС writes 0 where nobody rated
        }
        if (mark < 1 || mark > 5) {
            throw new IllegalArgumentException("Оценка заявителя должна быть от 1 до 5, в строке: " + mark + ".");
        }
        return mark.intValue();
    }

    private static Regime regime(PosRow row) {
        if (Boolean.TRUE.equals(row.formalChosen()) || contains(row.law(), "59")) {
            return Regime.FORMAL_59;
        }
        return Boolean.TRUE.equals(row.fastTrack()) ? Regime.FAST_TRACK : Regime.MESSAGE;
    }

    private static boolean contains(@Nullable String text, String part) {
        return text != null && text.toLowerCase(Locale.ROOT).contains(part);
    }

    private Instant startOf(LocalDate day) {
        return day.atStartOfDay(calendar.zone()).toInstant();
    }
}
