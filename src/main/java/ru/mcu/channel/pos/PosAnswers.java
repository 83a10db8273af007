package ru.mcu.channel.pos;

import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import ru.mcu.calendar.WorkingCalendar;
import ru.mcu.directory.Directory;
import ru.mcu.message.AnswerOutcome;
import ru.mcu.message.AnsweredMessages.Answer;
import ru.mcu.message.AnsweredMessages.Answered;
import ru.mcu.message.MessageStatus;
import ru.mcu.message.Regime;
import ru.mcu.platform.Channel;

/** One of our messages as a row of ПОС. */
@Component
class PosAnswers {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.uuuu", Locale.ROOT);

    private final Directory directory;
    private final WorkingCalendar calendar;
    private final Clock clock;

    PosAnswers(Directory directory, WorkingCalendar calendar, Clock clock) {
        this.directory = directory;
        this.calendar = calendar;
        this.clock = clock;
    }

    Map<String, String> row(Answered message) {
        boolean closed = message.status() == MessageStatus.CLOSED;
        Answer last = message.answers().get(message.answers().size() - 1);
        Instant end = closed && message.closedAt() != null ? message.closedAt() : null;
        Map<String, String> row = new HashMap<>();
        row.put("number", message.externalId());
        put(row, "epguNumber", message.sourceNumber());
        row.put("source", Channel.POS.title());
        put(row, "category", message.topicGroup());
        put(row, "subcategory", message.topic());
        put(
                row,
                "heldBy",
                message.executorBody() == null
                        ? null
                        : directory
                                .findBody(message.executorBody())
                                .map(body -> body.name())
                                .orElse(null));
        put(row, "receivedOn", day(message.receivedAt()));
        put(row, "dueOn", day(message.dueAt()));
        put(row, "finishedOn", day(end));
        row.put("stage", closed ? "Завершено" : "В работе");
        row.put("status", closed ? "Отправлен ответ заявителю" : "В работе");
        row.put("overdue", isOverdue(message, end) ? "Да" : "Нет");
        row.put("fastTrack", message.regime() == Regime.FAST_TRACK ? "Да" : "Нет");
        row.put("law", message.regime() == Regime.FORMAL_59 ? "59-ФЗ" : "Обычное сообщение");
        row.put("formalChosen", message.regime() == Regime.FORMAL_59 ? "Да" : "Нет");
        put(row, "solutionKind", solution(message.outcome()));
        put(row, "applicantMark", message.mark() == null ? null : String.valueOf(message.mark()));
        row.put("answer", message.answers().stream().map(Answer::text).collect(Collectors.joining("\n\n")));
        put(row, "answeredOn", day(last.at()));
        row.put("mcuNumber", message.number());
        return row;
    }

    private boolean isOverdue(Answered message, @Nullable Instant end) {
        Instant until = end == null ? clock.instant() : end;
        return message.dueAt() != null && until.isAfter(message.dueAt());
    }

    private static @Nullable String solution(@Nullable AnswerOutcome outcome) {
        if (outcome == null) {
            return null;
        }
        return switch (outcome) {
            case SOLVED -> "Решено";
            case EXPLAINED -> "Разъяснено";
            case PLANNED -> "Запланировано";
            case REFUSED -> "Отказано";
        };
    }

    private @Nullable String day(@Nullable Instant moment) {
        return moment == null ? null : DAY.format(moment.atZone(calendar.zone()));
    }

    private static void put(Map<String, String> row, String name, @Nullable String value) {
        if (value != null) {
            row.put(name, value);
        }
    }
}
