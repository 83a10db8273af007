package ru.mcu.channel.exports;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.stereotype.Component;
import ru.mcu.calendar.WorkingCalendar;
import ru.mcu.message.AnsweredMessages;
import ru.mcu.platform.Channel;
import ru.mcu.platform.CurrentUser;
import ru.mcu.platform.Ids;
import ru.mcu.platform.Refused;
import ru.mcu.platform.audit.AuditTrail;
import ru.mcu.spreadsheet.SheetWriter;

/** A file of what we answered since a day, for those who work in the other system. */
@Component
public class AnswersFile {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final int USUAL_DAYS = 7;

    private final AnsweredMessages answered;
    private final WorkingCalendar calendar;
    private final CurrentUser user;
    private final AuditTrail audit;
    private final Clock clock;

    AnswersFile(AnsweredMessages answered, WorkingCalendar calendar, CurrentUser user, AuditTrail audit, Clock clock) {
        this.answered = answered;
        this.calendar = calendar;
        this.user = user;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Writes the file into the response.
     *
     * @param operators the group that works in the other system; the head and the analyst may always
     * @param since the first day, in the city's time; null for the last seven days
     * @throws Refused 403 for anybody else
     */
    public void send(
            Channel channel,
            String operators,
            @Nullable LocalDate since,
            SheetWriter.Layout layout,
            Function<AnsweredMessages.Answered, Map<String, String>> row,
            HttpServletResponse response)
            throws IOException {
        if (!user.in(operators) && !user.in("head") && !user.in("analyst")) {
            throw Refused.forbidden("Нет права", "Ответы выгружают операторы этого канала, аналитик и руководитель.");
        }
        ZoneId zone = calendar.zone();
        LocalDate today = LocalDate.now(clock.withZone(zone));
        LocalDate first = since == null ? today.minusDays(USUAL_DAYS) : since;
        Instant from = first.atStartOfDay(zone).toInstant();
        audit.look(
                Ids.next(),
                "Выгружены ответы",
                user.id(),
                Map.of("channel", channel.code(), "since", first.toString()));
        try (SheetWriter sheet = new SheetWriter(layout)) {
            answered.each(channel, from, message -> sheet.row(row.apply(message)));
            response.setContentType(XLSX);
            response.setHeader("Cache-Control", "no-store");
            response.setHeader(
                    "Content-Disposition",
                    ContentDisposition.attachment()
                            .filename("answers-" + channel.code() + "-" + today + ".xlsx", StandardCharsets.UTF_8)
                            .build()
                            .toString());
            sheet.writeTo(response.getOutputStream());
        }
    }
}
