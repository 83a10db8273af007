package ru.mcu.notice.process;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import ru.mcu.calendar.WorkingCalendar;
import ru.mcu.message.MessageFacts;
import ru.mcu.message.StepTold;

/** What a notice says: topic, district and number of the message, never its author or text. */
@Component
class NoticeTexts {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm");

    private final MessageFacts facts;
    private final WorkingCalendar calendar;
    private final String publicUrl;

    NoticeTexts(
            MessageFacts facts,
            WorkingCalendar calendar,
            @Value("${mcu.public-url:http://localhost:8080}") String publicUrl) {
        this.facts = facts;
        this.calendar = calendar;
        this.publicUrl = publicUrl;
    }

    String task(DelegateTask task, UUID message) {
        String due = task.getDueDate() == null
                ? ""
                : "\nСрок: " + time(task.getDueDate().toInstant());
        return task.getName() + "\n" + facts.brief(message) + due + "\n" + link(task.getId());
    }

    String deadline(StepTold told) {
        return told.attention().event().title() + ": " + told.attention().step() + "\n"
                + facts.brief(told.attention().messageId()) + "\n"
                + link(told.attention().taskId());
    }

    String time(Instant at) {
        return at.atZone(calendar.zone()).format(TIME);
    }

    String link(@Nullable String taskId) {
        String list = publicUrl + "/camunda/app/tasklist/default/";
        return taskId == null ? list : list + "#/?task=" + taskId;
    }
}
