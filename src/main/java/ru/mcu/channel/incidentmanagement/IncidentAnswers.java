package ru.mcu.channel.incidentmanagement;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import ru.mcu.calendar.WorkingCalendar;
import ru.mcu.directory.Body;
import ru.mcu.directory.Directory;
import ru.mcu.message.AnswerOutcome;
import ru.mcu.message.AnsweredMessages.Answer;
import ru.mcu.message.AnsweredMessages.Answered;
import ru.mcu.message.MessageKind;
import ru.mcu.message.MessageStatus;

/** One of our messages as a row of «Инцидент Менеджмент». */
@Component
class IncidentAnswers {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);
    private static final int ANSWER_COLUMNS = 3;

    private final Directory directory;
    private final WorkingCalendar calendar;

    IncidentAnswers(Directory directory, WorkingCalendar calendar) {
        this.directory = directory;
        this.calendar = calendar;
    }

    Map<String, String> row(Answered message) {
        Map<String, String> row = new HashMap<>();
        row.put("cabinet", directory.city().region());
        row.put("region", directory.city().region());
        row.put("municipality", directory.city().name());
        row.put("id", message.externalId());
        put(row, "incidentNumber", message.sourceNumber());
        Body body = message.executorBody() == null
                ? null
                : directory.findBody(message.executorBody()).orElse(null);
        put(row, "department", body == null ? null : body.name());
        put(row, "executor", body == null ? null : body.shortName());
        put(row, "step", step(message));
        put(row, "createdAt", time(message.receivedAt()));
        put(row, "closedAt", time(message.closedAt()));
        put(row, "topicGroup", message.topicGroup());
        put(row, "topic", message.topic());
        put(row, "object", message.place());
        put(row, "type", message.kind() == MessageKind.SOLVABLE ? "Решаемый" : "Информационный");
        put(row, "outcome", outcome(message.outcome()));
        put(row, "mediaInMessage", message.hasMedia() ? "Да" : "Нет");
        put(row, "postUrl", message.link());
        put(row, "text", message.text());
        put(
                row,
                "closeReason",
                message.closeReason() == null ? null : message.closeReason().title());
        put(row, "authorUrl", message.authorLink());
        put(row, "note", "МЦУ: " + message.number());
        put(row, "surveySent", message.surveyed() ? "Да" : "Нет");
        answers(row, message);
        return row;
    }

    /** The source has three columns; of more answers the first two and the last one are told. */
    private void answers(Map<String, String> row, Answered message) {
        List<Answer> answers = message.answers();
        Answer first = answers.get(0);
        put(row, "firstAnswerAt", time(first.at()));
        put(row, "firstAnswerText", first.text());
        put(row, "firstAnswerAfter", duration(message.receivedAt(), first.at()));
        put(
                row,
                "finishedAfter",
                message.closedAt() == null ? null : duration(message.receivedAt(), message.closedAt()));
        for (int i = 0; i < Math.min(answers.size(), ANSWER_COLUMNS); i++) {
            boolean last = i == ANSWER_COLUMNS - 1;
            put(
                    row,
                    "answer" + (i + 1),
                    answers.get(last ? answers.size() - 1 : i).text());
        }
    }

    private static String step(Answered message) {
        if (message.status() == MessageStatus.CLOSED) {
            return "Готово";
        }
        return message.status() == MessageStatus.CONTROL ? "Оценка удовлетворенности" : "В работе";
    }

    private static @Nullable String outcome(@Nullable AnswerOutcome outcome) {
        if (outcome == null) {
            return null;
        }
        return outcome == AnswerOutcome.SOLVED ? "Решено" : "Разъяснено";
    }

    private @Nullable String time(@Nullable Instant moment) {
        return moment == null ? null : TIME.format(moment.atZone(calendar.zone()));
    }

    private static String duration(Instant from, Instant to) {
        Duration span = Duration.between(from, to.isBefore(from) ? from : to);
        return "%d:%02d:%02d".formatted(span.toHours(), span.toMinutesPart(), span.toSecondsPart());
    }

    private static void put(Map<String, String> row, String name, @Nullable String value) {
        if (value != null) {
            row.put(name, value);
        }
    }
}
