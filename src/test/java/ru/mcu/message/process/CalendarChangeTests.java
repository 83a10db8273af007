package ru.mcu.message.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Date;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.mcu.Staff;
import ru.mcu.WholeApplication;
import ru.mcu.calendar.CalendarChanged;
import ru.mcu.platform.Channel;
import ru.mcu.platform.TestClock;
import ru.mcu.regulation.Clause;

@WholeApplication
@Clause({"stavropol:III.9.6", "rubtsovsk:4.6"})
@DisplayName("Изменение производственного календаря")
class CalendarChangeTests {

    @Autowired
    Staff staff;

    @Autowired
    CalendarWatch watch;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TestRestTemplate http;

    @AfterEach
    void timeRuns() {
        clock.reset();
    }

    @Test
    @DisplayName("срок без календаря года помечен предварительным и после загрузки года пересчитан вместе с задачей")
    void provisionalDatesFollowTheLoadedYear() {
        clock.set(Instant.parse("2027-02-01T02:00:00Z"));
        UUID inAYearWithoutCalendar = staff.citizenWrites(Channel.VK, "Яма на улице Мира, 3");
        assertThat(provisional(inAYearWithoutCalendar)).isTrue();

        clock.set(Instant.parse("2026-11-23T02:00:00Z"));
        UUID message = staff.citizenWrites(Channel.VK, "Яма на улице Громова, 3");
        Date right = staff.task(message, "userTask_triageMessage").getDueDate();
        pretendProvisional(message);
        watch.afterStart();
        assertThat(provisional(message)).isFalse();
        assertThat(dueAt(message)).isEqualTo(right.toInstant());

        pretendProvisional(message);
        events.publishEvent(new CalendarChanged(Set.of(2026)));
        assertThat(dueAt(message)).isEqualTo(right.toInstant());
        assertThat(staff.task(message, "userTask_triageMessage").getDueDate()).isEqualTo(right);
    }

    @Test
    @DisplayName("перечитать календарь может только администратор")
    void onlyAnAdministratorReloads() {
        assertThat(reloadAs("admin")).isEqualTo(HttpStatus.OK);
        assertThat(reloadAs("im")).isEqualTo(HttpStatus.FORBIDDEN);
    }

    private Object reloadAs(String user) {
        return http.withBasicAuth(user, "mcu-demo")
                .postForEntity("/api/admin/calendar/reload", null, String.class)
                .getStatusCode();
    }

    private void pretendProvisional(UUID message) {
        jdbc.sql("""
                update mcu.step_deadline set provisional = true, due_at = due_at + interval '3 days'
                where message_id = :id""").param("id", message).update();
    }

    private boolean provisional(UUID message) {
        return jdbc.sql("select provisional from mcu.step_deadline where message_id = :id")
                .param("id", message)
                .query(Boolean.class)
                .single();
    }

    private Instant dueAt(UUID message) {
        return jdbc.sql("select due_at from mcu.step_deadline where message_id = :id")
                .param("id", message)
                .query((row, number) ->
                        row.getObject("due_at", java.time.OffsetDateTime.class).toInstant())
                .single();
    }
}
