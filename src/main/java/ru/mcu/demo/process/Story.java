package ru.mcu.demo.process;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import ru.mcu.demo.DemoMessage;
import ru.mcu.directory.Role;
import ru.mcu.message.AnswerOutcome;
import ru.mcu.message.Regime;
import ru.mcu.platform.Channel;
import ru.mcu.platform.MovableTime;

/** One message and the people who work on it: each step takes its time, and timers fire in between as they would. */
class Story {

    private static final Pattern DATE = Pattern.compile("\\{([+-]?\\d+|срок)}");
    private static final Pattern SURVEY_LINK = Pattern.compile("/survey/(\\S+)");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM", Locale.forLanguageTag("ru"));

    private final DemoMessage message;
    private final UUID id;
    private final DemoStaff staff;
    private final Times times;
    private final ZoneId zone;
    private final MovableTime time;
    private final Instant now;
    private final Random random;
    private Instant at;

    Story(
            DemoMessage message,
            UUID id,
            DemoStaff staff,
            Times times,
            ZoneId zone,
            MovableTime time,
            Instant registered,
            Instant now) {
        this.message = message;
        this.id = id;
        this.staff = staff;
        this.times = times;
        this.zone = zone;
        this.time = time;
        this.at = registered;
        this.now = now;
        this.random = new Random(message.key().hashCode());
    }

    DemoMessage message() {
        return message;
    }

    UUID id() {
        return id;
    }

    /** The usual way to an accepted message: the proposals of triage, unless the story says otherwise. */
    void accept(String priority) {
        pass(0.4, 8);
        Task task = staff.task(id, "userTask_triageMessage");
        String operator = operatorOf(task);
        JsonNode proposal = staff.sees(operator, task).path("suggestion");
        Map<String, Object> input = new HashMap<>();
        input.put("decision", "accept");
        input.put(
                "topicGroup",
                message.topicGroup() == null ? text(proposal, "topicGroup", "Другое") : message.topicGroup());
        input.put("topic", message.topic() == null ? text(proposal, "topic", "Другое") : message.topic());
        input.put("place", text(proposal, "place", null));
        input.put("district", text(proposal, "district", null));
        input.put("priority", priority);
        input.put("kind", message.kind() == null ? null : message.kind().code());
        input.put("executor", executor(proposal));
        staff.does(operator, task, input);
    }

    private String executor(JsonNode proposal) {
        String routed = message.topicGroup() == null ? null : staff.bodyFor(message.topicGroup());
        return Objects.requireNonNullElseGet(routed, () -> text(proposal, "executor", staff.anyBody()));
    }

    void triage(Map<String, ?> input) {
        pass(0.4, 8);
        Task task = staff.task(id, "userTask_triageMessage");
        staff.does(operatorOf(task), task, input);
    }

    void concept() {
        does(
                staff.with(Role.RISK_COORDINATOR),
                "userTask_prepareConcept",
                0.5,
                8,
                Map.of(
                        "concept",
                        "Отвечаем первыми и по делу: что случилось, кто и к какому часу исправит, где следить за ходом."));
    }

    /** The executor takes the task, or leaves it with his group. */
    void takeDraft() {
        pass(0.3, 5);
        Task task = staff.task(id, "userTask_draftAnswer");
        if (task.getAssignee() == null && random.nextInt(3) > 0) {
            staff.claims(staff.candidate(task, random.nextInt(4)), task);
        }
    }

    void draft() {
        draft("ready", Objects.requireNonNull(message.answer()));
    }

    void draft(String decision, String answer) {
        Map<String, Object> input = new HashMap<>();
        input.put("decision", decision);
        input.put("text", dated(answer));
        AnswerOutcome outcome = message.outcome() == null ? AnswerOutcome.EXPLAINED : message.outcome();
        input.put("outcome", outcome.code());
        if (outcome == AnswerOutcome.PLANNED) {
            input.put("promisedOn", today().plusDays(message.days()).toString());
        }
        if (decision.equals("interim")) {
            input.put("finalDueOn", today().plusDays(message.days()).toString());
        }
        executorDoes(1.5, 30, input);
    }

    void executorDoes(double hours, int minutes, Map<String, ?> input) {
        pass(hours, minutes);
        Task task = staff.task(id, "userTask_draftAnswer");
        staff.does(staff.candidate(task, random.nextInt(4)), task, input);
    }

    void askFacts() {
        Map<String, String> bodies = new LinkedHashMap<>();
        for (int i = 0; i < message.ask().size(); i++) {
            String body = staff.bodyFor(message.ask().get(i));
            bodies.put(
                    body == null ? staff.anyBody() : body, message.questions().get(i));
        }
        List<Map<String, String>> questions = bodies.entrySet().stream()
                .map(entry -> Map.of("body", entry.getKey(), "question", entry.getValue()))
                .toList();
        executorDoes(0.5, 10, Map.of("decision", "needFacts", "factQuestions", questions));
    }

    void review(@Nullable String remarks) {
        Map<String, Object> input = new HashMap<>();
        input.put("decision", remarks == null ? "approve" : "giveBack");
        input.put("remarks", remarks);
        does(operator(), "userTask_reviewAnswer", 0.4, 5, input);
    }

    void cur(@Nullable String remarks) {
        Map<String, Object> input = new HashMap<>();
        input.put("decision", remarks == null ? "approve" : "giveBack");
        input.put("remarks", remarks);
        does(staff.with(Role.CUR), "userTask_approveByCur", 0.4, 6, input);
    }

    /** Whether the city sends this answer through the ЦУР. */
    boolean waitsForCur() {
        return staff.isOpen(id, "userTask_approveByCur");
    }

    void publish() {
        does(operator(), "userTask_publishManually", 0.3, 4, proof());
    }

    /** Publishes the invitation and returns the secret of its link, as only the author would know it. */
    String invite() {
        pass(0.2, 3);
        Task task = staff.task(id, "userTask_publishManually");
        Matcher link = SURVEY_LINK.matcher(text(staff.sees(operator(), task), "text", ""));
        if (!link.find()) {
            throw new IllegalStateException("no survey link");
        }
        staff.does(operator(), task, proof());
        return link.group(1);
    }

    private Map<String, ?> proof() {
        return message.channel().isPublicPlace()
                ? Map.of(
                        "decision",
                        "published",
                        "link",
                        "https://posts.example/wall-" + Math.abs(message.key().hashCode()))
                : Map.of("decision", "published", "note", "Передано автору тем же способом, каким он обратился");
    }

    void does(String user, String taskKey, double hours, int minutes, Map<String, ?> input) {
        pass(hours, minutes);
        staff.does(user, staff.task(id, taskKey), input);
    }

    /** Time goes on; whatever comes due meanwhile happens. */
    void pass(double workingHours, int minutes) {
        double length = message.pace() * (0.7 + 0.6 * random.nextDouble());
        Instant next = byTheClock()
                ? at.plus(Duration.ofSeconds(Math.round(minutes * 60 * length)))
                : times.after(at, workingHours * length * (slow() ? 6 : 1)).plusSeconds(random.nextInt(60));
        until(next.isBefore(now) ? next : now);
    }

    /** Until now: the story stands where it stands today. */
    void rest() {
        until(now);
    }

    private void until(Instant next) {
        staff.runJobs(id, at, next, time);
        at = next;
        time.moveTo(at);
    }

    /** Lets asynchronous steps follow a decision at once. */
    void settle() {
        until(at);
    }

    Instant at() {
        return at;
    }

    String operator() {
        return staff.with(message.channel() == Channel.POS ? Role.POS_OPERATOR : Role.IM_OPERATOR);
    }

    /** From the third return on triage is the head's. */
    private String operatorOf(Task triage) {
        return staff.isOffered(triage, Role.HEAD.code()) && !staff.isOffered(triage, groupOfOperator())
                ? staff.with(Role.HEAD)
                : operator();
    }

    private String groupOfOperator() {
        return (message.channel() == Channel.POS ? Role.POS_OPERATOR : Role.IM_OPERATOR).code();
    }

    private boolean byTheClock() {
        return message.minutes() > 0 || ("resonant".equals(message.priority()) && !slow());
    }

    private boolean slow() {
        return message.channel() == Channel.POS || message.regime() == Regime.FORMAL_59;
    }

    private LocalDate today() {
        return now.atZone(zone).toLocalDate();
    }

    private String dated(String text) {
        return DATE.matcher(text).replaceAll(found -> {
            String what = found.group(1);
            LocalDate day = what.equals("срок")
                    ? today().plusDays(message.days())
                    : at.atZone(zone).toLocalDate().plusDays(Integer.parseInt(what));
            return DAY.format(day);
        });
    }

    private static @Nullable String text(JsonNode node, String field, @Nullable String otherwise) {
        JsonNode value = node.path(field);
        return value.isTextual() ? value.asText() : otherwise;
    }
}
