package ru.mcu.spreadsheet;

import java.time.LocalDateTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One incident as the export of «Инцидент Менеджмент» has it; times are local times of that system, without a zone.
 *
 * @param id key of the row in «Инцидент Менеджмент»
 * @param incidentNumber number shown to people
 * @param cabinet cabinet (region) of the system
 * @param department body the incident is assigned to
 * @param executor unit inside that body
 * @param firstAnswerAt when the first answer was given
 * @param firstAnswerText the first answer
 * @param assignedAt when the last executor was assigned
 * @param step step of the source's process, see steps.yml
 * @param createdAt when the incident was made
 * @param closedAt when it was closed
 * @param topicGroup group of topics
 * @param topic topic
 * @param region region
 * @param municipality municipality
 * @param settlement settlement
 * @param street street
 * @param house house
 * @param object institution or place
 * @param type «Решаемый» or «Информационный»
 * @param outcome «Решено» or «Разъяснено»
 * @param mediaInMessage whether the message has pictures
 * @param postUrl address of the post
 * @param blogUrl address of the page
 * @param text the citizen's words, not cleaned
 * @param answer1 first answer of the executor
 * @param answer2 second answer
 * @param answer3 third answer
 * @param closeReason why it was closed
 * @param audience readers of the page
 * @param engagement reactions to the post
 * @param authorUrl page of the author; personal data
 * @param answerAccount page that answered
 * @param tags tags
 * @param note note of the operators
 * @param satisfactionStepAt when it came to the satisfaction step
 * @param surveySent whether the source sent its own survey
 */
public record IncidentRow(
        String id,
        @Nullable String incidentNumber,
        @Nullable String cabinet,
        @Nullable String department,
        @Nullable String executor,
        @Nullable LocalDateTime firstAnswerAt,
        @Nullable String firstAnswerText,
        @Nullable LocalDateTime assignedAt,
        @Nullable String step,
        @Nullable LocalDateTime createdAt,
        @Nullable LocalDateTime closedAt,
        @Nullable String topicGroup,
        @Nullable String topic,
        @Nullable String region,
        @Nullable String municipality,
        @Nullable String settlement,
        @Nullable String street,
        @Nullable String house,
        @Nullable String object,
        @Nullable String type,
        @Nullable String outcome,
        @Nullable Boolean mediaInMessage,
        @Nullable String postUrl,
        @Nullable String blogUrl,
        String text,
        @Nullable String answer1,
        @Nullable String answer2,
        @Nullable String answer3,
        @Nullable String closeReason,
        @Nullable Long audience,
        @Nullable Long engagement,
        @Nullable String authorUrl,
        @Nullable String answerAccount,
        @Nullable String tags,
        @Nullable String note,
        @Nullable LocalDateTime satisfactionStepAt,
        @Nullable Boolean surveySent) {

    static IncidentRow of(RowCells cells) {
        return new IncidentRow(
                Objects.requireNonNull(cells.key("id")),
                cells.key("incidentNumber"),
                cells.text("cabinet"),
                cells.text("department"),
                cells.text("executor"),
                cells.dateTime("firstAnswerAt"),
                cells.text("firstAnswerText"),
                cells.dateTime("assignedAt"),
                cells.text("step"),
                cells.dateTime("createdAt"),
                cells.dateTime("closedAt"),
                cells.text("topicGroup"),
                cells.text("topic"),
                cells.text("region"),
                cells.text("municipality"),
                cells.text("settlement"),
                cells.text("street"),
                cells.text("house"),
                cells.text("object"),
                cells.text("type"),
                cells.text("outcome"),
                cells.yesNo("mediaInMessage"),
                cells.text("postUrl"),
                cells.text("blogUrl"),
                cells.textOrEmpty("text"),
                cells.text("answer1"),
                cells.text("answer2"),
                cells.text("answer3"),
                cells.text("closeReason"),
                cells.number("audience"),
                cells.number("engagement"),
                cells.text("authorUrl"),
                cells.text("answerAccount"),
                cells.text("tags"),
                cells.text("note"),
                cells.dateTime("satisfactionStepAt"),
                cells.yesNo("surveySent"));
    }
}
