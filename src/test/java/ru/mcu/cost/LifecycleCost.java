package ru.mcu.cost;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import ru.mcu.message.Intake;
import ru.mcu.message.NewMessage;
import ru.mcu.platform.Channel;
import ru.mcu.platform.task.TaskSubmission;

/**
 * One message from the phone call to its closing: triage, draft, review, publication by hand, mark by phone. Reading of
 * task lists and cards is left out: it depends on how often people look.
 */
final class LifecycleCost {

    private static final List<String> OPERATOR = List.of("imOperator", "posOperator");
    private static final List<String> EXECUTOR = List.of("executor", "body-housing");

    private final Intake intake;
    private final TaskSubmission submission;
    private final IdentityService identity;
    private final JdbcClient jdbc;
    private final ObjectMapper json;

    LifecycleCost(
            Intake intake, TaskSubmission submission, IdentityService identity, JdbcClient jdbc, ObjectMapper json) {
        this.intake = intake;
        this.submission = submission;
        this.identity = identity;
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Runs one lifecycle; returns the message's id. */
    UUID run(int number) {
        UUID message = as("im", OPERATOR, () -> intake.register(NewMessage.of(
                        Channel.PHONE,
                        null,
                        "Во дворе дома " + number + " по улице Комсомольской третий день не горит фонарь",
                        Instant.parse("2026-11-23T02:00:00Z")))
                .id());
        does(
                "im",
                OPERATOR,
                message,
                "userTask_triageMessage",
                Map.of(
                        "decision", "accept",
                        "topicGroup", "Благоустройство",
                        "topic", "Уличное освещение",
                        "place", "ул. Комсомольская, " + number,
                        "executor", "housing"));
        does(
                "ispolnitel-housing",
                EXECUTOR,
                message,
                "userTask_draftAnswer",
                Map.of(
                        "decision", "ready",
                        "outcome", "solved",
                        "text", "Здравствуйте! Фонарь во дворе дома починили 20 ноября, он горит."));
        does("im", OPERATOR, message, "userTask_reviewAnswer", Map.of("decision", "approve"));
        does(
                "im",
                OPERATOR,
                message,
                "userTask_publishManually",
                Map.of("decision", "published", "note", "Ответ прочитан автору по телефону"));
        does("im", OPERATOR, message, "userTask_askByPhone", Map.of("mark", 5, "solved", true, "unreachable", false));
        return message;
    }

    private void does(String user, List<String> groups, UUID message, String task, Map<String, ?> input) {
        String id = jdbc.sql("""
                select t.id_ from public.act_ru_task t join public.act_ru_execution e on e.id_ = t.proc_inst_id_
                where e.business_key_ = :key and t.task_def_key_ = :task /* meter */""")
                .param("key", message.toString())
                .param("task", task)
                .query(String.class)
                .single();
        as(user, groups, () -> {
            submission.submit(id, json.valueToTree(input));
            return id;
        });
    }

    private <T> T as(String user, List<String> groups, java.util.function.Supplier<T> action) {
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(new UsernamePasswordAuthenticationToken(
                user, null, groups.stream().map(SimpleGrantedAuthority::new).toList()));
        SecurityContextHolder.setContext(context);
        identity.setAuthentication(user, groups);
        try {
            return action.get();
        } finally {
            identity.clearAuthentication();
            SecurityContextHolder.clearContext();
        }
    }
}
