package ru.mcu.message.process;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.TaskService;
import org.jspecify.annotations.Nullable;
import ru.mcu.Staff;
import ru.mcu.message.EntryStep;
import ru.mcu.message.MessageKind;
import ru.mcu.message.NewMessage;
import ru.mcu.message.Priority;
import ru.mcu.message.Regime;
import ru.mcu.platform.Channel;

/** The usual steps from a message to its answer, said once for the tests of their paths. */
public record Answering(Staff staff) {

    /** Monday, 09:00 in Rubtsovsk. */
    public static final Instant MONDAY_MORNING = Instant.parse("2026-11-23T02:00:00Z");

    public static final String OPERATOR = "im";
    public static final String EXECUTOR = "ispolnitel-housing";
    public static final String HEAD = "rukovoditel";
    public static final String CURATOR = "kurator";
    public static final String CUR = "cur";
    public static final String ANSWER = "Здравствуйте! Яму на улице Ленина, 15 заделали 20 ноября.";

    public static final String TRIAGE = "userTask_triageMessage";
    public static final String DRAFT = "userTask_draftAnswer";
    public static final String REVIEW = "userTask_reviewAnswer";
    public static final String APPROVE_BY_CUR = "userTask_approveByCur";
    public static final String WITHOUT_CUR = "userTask_decideWithoutCur";
    public static final String DISPUTE = "userTask_resolveDispute";
    public static final String FACTS = "userTask_provideFacts";
    public static final String BY_HAND = "userTask_publishManually";
    public static final String AFTER_DELETION = "userTask_decideAfterDeletion";

    /** A message of a public network that the executor has to answer. */
    public UUID inDrafting() {
        UUID message = staff.citizenWrites(Channel.VK, "На улице Ленина, 15 яма на дороге");
        accept(message, Priority.NORMAL);
        return message;
    }

    /** A letter that the executor has to answer. */
    public UUID letterInDrafting(@Nullable String contact, @Nullable String messageId) {
        UUID message = staff.register(letter(contact, messageId));
        accept(message, Priority.NORMAL);
        return message;
    }

    /** An answer that lies with the ЦУР: in Рубцовск that of a resonant message. */
    public UUID withCur() {
        UUID message = staff.citizenWrites(Channel.VK, "На улице Ленина, 15 яма на дороге");
        accept(message, Priority.RESONANT);
        staff.does("riski", message, "userTask_prepareConcept", Map.of("concept", "Назвать срок ремонта"));
        ready(message);
        approve(message);
        return message;
    }

    public void accept(UUID message, Priority priority) {
        staff.does(
                OPERATOR,
                message,
                TRIAGE,
                Map.of(
                        "decision", "accept",
                        "topicGroup", "Дороги",
                        "topic", "Ямы на дорогах",
                        "place", "ул. Ленина, 15",
                        "priority", priority.code(),
                        "executor", "housing"));
    }

    public void ready(UUID message) {
        staff.does(EXECUTOR, message, DRAFT, Map.of("decision", "ready", "outcome", "solved", "text", ANSWER));
    }

    public void approve(UUID message) {
        staff.does(OPERATOR, message, REVIEW, Map.of("decision", "approve"));
    }

    /** Whether the people of a group may take the task. */
    public static boolean offered(TaskService tasks, String group, UUID message, String taskKey) {
        return tasks.createTaskQuery()
                        .processInstanceBusinessKey(message.toString())
                        .taskDefinitionKey(taskKey)
                        .taskCandidateGroup(group)
                        .includeAssignedTasks()
                        .count()
                > 0;
    }

    public static NewMessage letter(@Nullable String contact, @Nullable String messageId) {
        return message(Channel.MAIL, contact, messageId, EntryStep.TRIAGE, null);
    }

    /** A message whose answer another system has already drafted. */
    public static NewMessage drafted() {
        return message(Channel.VK, null, null, EntryStep.REVIEW, ANSWER);
    }

    private static NewMessage message(
            Channel channel,
            @Nullable String contact,
            @Nullable String thread,
            EntryStep entryStep,
            @Nullable String draft) {
        return new NewMessage(
                channel,
                "test-" + UUID.randomUUID(),
                null,
                thread,
                null,
                "Иван Петров",
                contact,
                null,
                false,
                "На улице Ленина, 15 яма на дороге",
                null,
                null,
                null,
                null,
                Priority.NORMAL,
                MessageKind.SOLVABLE,
                Regime.MESSAGE,
                draft == null ? null : "housing",
                MONDAY_MORNING,
                null,
                null,
                false,
                entryStep,
                draft);
    }

    public static Map<String, Object> question(String body, String question) {
        return Map.of("body", body, "question", question);
    }

    public static Map<String, Object> needFacts(List<Map<String, Object>> questions) {
        return Map.of("decision", "needFacts", "factQuestions", questions);
    }
}
