package ru.mcu.message.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.mcu.Staff;
import ru.mcu.message.EntryStep;
import ru.mcu.message.FollowUps;
import ru.mcu.message.MessageCard;
import ru.mcu.message.MessageCards;
import ru.mcu.message.MessageFacts;
import ru.mcu.message.MessageKind;
import ru.mcu.message.MessageStatus;
import ru.mcu.message.NewMessage;
import ru.mcu.message.Oversight;
import ru.mcu.message.Priority;
import ru.mcu.message.Regime;
import ru.mcu.platform.Channel;
import ru.mcu.platform.TestClock;
import ru.mcu.platform.audit.AuditEntry;
import ru.mcu.platform.audit.AuditTrail;
import ru.mcu.survey.AnswerInput;
import ru.mcu.survey.Surveys;

/** What tests of paths share: the usual steps of people, and what can be seen of a message afterwards. */
abstract class MessagePaths {

    /** Monday, 09:00 in Rubtsovsk. */
    static final Instant MONDAY_MORNING = Instant.parse("2026-11-23T02:00:00Z");

    static final String EXECUTOR = "ispolnitel-housing";
    static final String HEAD = "rukovoditel";
    static final String TRIAGE = "userTask_triageMessage";
    static final String DRAFT = "userTask_draftAnswer";
    static final String REVIEW = "userTask_reviewAnswer";
    static final String PUBLISH = "userTask_publishManually";
    static final String CONCEPT = "userTask_prepareConcept";
    static final String CHECK_PROMISE = "userTask_checkPromise";
    static final String CHECK_QUALITY = "userTask_checkQuality";
    static final String ASK_BY_PHONE = "userTask_askByPhone";

    @Autowired
    Staff staff;

    @Autowired
    TestClock clock;

    @Autowired
    MessageFacts facts;

    @Autowired
    MessageCards cards;

    @Autowired
    AuditTrail audit;

    @Autowired
    FollowUps followUps;

    @Autowired
    Oversight oversight;

    @Autowired
    Surveys surveys;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    WaitingDuplicates duplicates;

    @BeforeEach
    void mondayMorning() {
        clock.set(MONDAY_MORNING);
    }

    @AfterEach
    void timeRuns() {
        clock.reset();
    }

    UUID citizenWrites() {
        return staff.citizenWrites(Channel.VK, "На улице Ленина, 15 яма на дороге");
    }

    /** A message as an export or another system hands it over. */
    NewMessage handedOver(
            Channel channel, String text, EntryStep step, @Nullable String draft, @Nullable Instant plannedAt) {
        return new NewMessage(
                channel,
                "test-" + UUID.randomUUID(),
                "120-1",
                null,
                "https://vk.com/wall-1_2",
                "Иван",
                null,
                null,
                false,
                text,
                "ул. Ленина, 15",
                null,
                "Дороги",
                "Ямы на дорогах",
                Priority.NORMAL,
                MessageKind.SOLVABLE,
                Regime.MESSAGE,
                "housing",
                clock.instant(),
                plannedAt,
                null,
                false,
                step,
                draft);
    }

    void triage(String user, UUID message, String decision, String... pairs) {
        staff.does(user, message, TRIAGE, input(decision, pairs));
    }

    void accept(UUID message, String priority) {
        accept("im", message, priority);
    }

    void accept(String user, UUID message, String priority) {
        triage(
                user,
                message,
                "accept",
                "topicGroup",
                "Дороги",
                "topic",
                "Ямы на дорогах",
                "place",
                "ул. Ленина, 15",
                "executor",
                "housing",
                "priority",
                priority);
    }

    UUID accepted() {
        UUID message = citizenWrites();
        accept(message, "normal");
        return message;
    }

    void draft(UUID message, String outcome) {
        staff.does(
                EXECUTOR,
                message,
                DRAFT,
                input(
                        "ready",
                        "outcome",
                        outcome,
                        "text",
                        "Здравствуйте! Яму на улице Ленина, 15 заделали 20 ноября."));
    }

    void approve(UUID message) {
        staff.does("im", message, REVIEW, input("approve"));
    }

    void publish(UUID message) {
        publish("im", message);
    }

    void publish(String user, UUID message) {
        staff.does(user, message, PUBLISH, input("published", "link", "https://vk.com/wall-1_2?reply=3"));
    }

    /** Drafts, reviews and publishes an answer to an accepted message. */
    void answer(UUID message, String outcome) {
        draft(message, outcome);
        approve(message);
        publish(message);
    }

    /** A message whose answer is published and whose author has the link to rate it. */
    UUID askedByLink() {
        UUID message = accepted();
        answer(message, "solved");
        publish(message);
        return message;
    }

    void authorMarks(UUID message, int mark, boolean solved) {
        surveys.answer(surveyToken(message), new AnswerInput(mark, solved, null, null));
    }

    private String surveyToken(UUID message) {
        String text = jdbc.sql(
                        "select text from mcu.publication where message_id = ? and kind = 'SURVEY' order by created_at desc, id desc limit 1")
                .param(message)
                .query(String.class)
                .single();
        return text.substring(text.lastIndexOf("/survey/") + "/survey/".length());
    }

    MessageCard card(UUID message) {
        return staff.as(HEAD, () -> cards.card(message));
    }

    Instant total(UUID message) {
        return Objects.requireNonNull(card(message).due()).at();
    }

    Instant due(UUID message, String taskKey) {
        return staff.task(message, taskKey).getDueDate().toInstant();
    }

    List<String> history(UUID message) {
        return audit.of(message).stream().map(AuditEntry::action).toList();
    }

    @Nullable
    String reasonOf(UUID message, String action) {
        List<AuditEntry> found = audit.of(message).stream()
                .filter(entry -> entry.action().equals(action))
                .toList();
        assertThat(found).as("%s in %s", action, history(message)).isNotEmpty();
        return found.get(found.size() - 1).reason();
    }

    List<String> candidates(UUID message, String taskKey) {
        return tasks.getIdentityLinksForTask(staff.task(message, taskKey).getId()).stream()
                .map(IdentityLink::getGroupId)
                .filter(Objects::nonNull)
                .sorted()
                .toList();
    }

    void assertClosed(UUID message, String how) {
        assertThat(facts.status(message)).isEqualTo(MessageStatus.CLOSED);
        assertThat(staff.inWork(message)).as("still in work").isFalse();
        assertThat(history(message)).last().isEqualTo("Закрыто: " + how);
    }

    static Instant local(int month, int day, int hour, int minute) {
        return LocalDateTime.of(2026, month, day, hour, minute)
                .atZone(ZoneId.of("Asia/Barnaul"))
                .toInstant();
    }

    static Map<String, Object> input(String decision, String... pairs) {
        Map<String, Object> input = new HashMap<>();
        input.put("decision", decision);
        for (int i = 0; i < pairs.length; i += 2) {
            input.put(pairs[i], pairs[i + 1]);
        }
        return input;
    }
}
