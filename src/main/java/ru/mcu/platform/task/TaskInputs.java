package ru.mcu.platform.task;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import ru.mcu.platform.Refused;

/** What people typed and have not submitted: kept on the server for each person, so that nothing typed is lost. */
@Component
@Transactional
public class TaskInputs {

    private static final int LONGEST = 200_000;

    /** The escape of U+0000, which jsonb refuses, and not the letters after an escaped backslash. */
    private static final Pattern NUL = Pattern.compile("(?<!\\\\)((?:\\\\\\\\)*+)\\\\u0000");

    private final JdbcClient jdbc;
    private final IdentityService identity;
    private final Clock clock;

    TaskInputs(JdbcClient jdbc, IdentityService identity, Clock clock) {
        this.jdbc = jdbc;
        this.identity = identity;
        this.clock = clock;
    }

    /** Saves the whole input of a person's form; returns when. */
    public Instant save(String taskId, String user, @Nullable UUID message, String input) {
        if (input.length() > LONGEST) {
            throw Refused.invalid("Слишком длинный текст", "Сократите текст: форма хранит до 200 000 знаков.");
        }
        Instant now = clock.instant();
        jdbc.sql("""
                insert into mcu.task_input (task_id, user_id, message_id, input, saved_at)
                values (:task, :user, :message, cast(:input as jsonb), :now)
                on conflict (task_id, user_id) do update set input = excluded.input, saved_at = excluded.saved_at""")
                .param("task", taskId)
                .param("user", user)
                .param("message", message)
                .param("input", NUL.matcher(input).replaceAll("$1"))
                .param("now", utc(now))
                .update();
        return now;
    }

    /** What the person typed before. */
    @Transactional(readOnly = true)
    public Optional<Saved> find(String taskId, String user) {
        return jdbc.sql("select input, saved_at from mcu.task_input where task_id = :task and user_id = :user")
                .param("task", taskId)
                .param("user", user)
                .query((row, number) -> new Saved(
                        row.getString("input"),
                        row.getObject("saved_at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    /** Texts of a person about a message whose tasks somebody else finished meanwhile. */
    @Transactional(readOnly = true)
    public List<Saved> leftOver(UUID message, String user, @Nullable String exceptTask) {
        return jdbc.sql("""
                select input, saved_at from mcu.task_input where message_id = :message and user_id = :user
                and task_id <> coalesce(:task, '') order by saved_at desc limit 10""")
                .param("message", message)
                .param("user", user)
                .param("task", exceptTask)
                .query((row, number) -> new Saved(
                        row.getString("input"),
                        row.getObject("saved_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    void forget(String taskId, String user) {
        jdbc.sql("delete from mcu.task_input where task_id = :task and user_id = :user")
                .param("task", taskId)
                .param("user", user)
                .update();
    }

    Refused taken(String assignee) {
        User user = identity.createUserQuery().userId(assignee).singleResult();
        String name = user == null ? "другой сотрудник" : user.getLastName() + " " + user.getFirstName();
        return Refused.conflict(
                "Задача у другого", "Эту задачу сейчас выполняет " + name + ". Ваш текст сохранён и не пропадёт.");
    }

    Refused gone(String taskId) {
        String who = jdbc.sql("select closed_by from mcu.step_deadline where task_id = :task and closed_by is not null")
                .param("task", taskId)
                .query(String.class)
                .optional()
                .map(id -> identity.createUserQuery().userId(id).singleResult())
                .map(user -> user.getLastName() + " " + user.getFirstName())
                .orElse("кто-то другой");
        return Refused.conflict(
                "Задача уже выполнена", "Эту задачу уже выполнил(а) " + who + ". Ваш текст сохранён и не пропадёт.");
    }

    private static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    /** Saved text of a form. */
    public record Saved(String input, Instant at) {}
}
