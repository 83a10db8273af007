package ru.mcu.notice.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.mcu.Staff;
import ru.mcu.WholeApplication;
import ru.mcu.platform.Channel;
import ru.mcu.platform.TestClock;

@WholeApplication
@DisplayName("Утренняя сводка")
class MorningDigestTests {

    @Autowired
    MorningDigest digest;

    @Autowired
    Staff staff;

    @Autowired
    IdentityService identity;

    @Autowired
    JdbcClient database;

    @Autowired
    TestClock clock;

    @BeforeEach
    void operatorWithAnAddress() {
        clock.set(Instant.parse("2026-11-20T05:00:00Z"));
        clean();
        mail("im@example.org");
        staff.citizenWrites(Channel.VK, "Нет света на улице Ленина");
    }

    @AfterEach
    void clean() {
        mail("");
        database.sql("delete from mcu.notice_digest").update();
        database.sql("delete from mcu.outbox where channel like 'staff-%'").update();
    }

    @AfterEach
    void timeRuns() {
        clock.reset();
    }

    @Test
    @DisplayName("приходит в рабочее утро один раз: не раньше времени, не в выходной, не дважды")
    void onceOnEachWorkingMorning() {
        clock.set(Instant.parse("2026-11-22T03:00:00Z")); // Sunday 10:00
        digest.sendWhenDue();
        assertThat(letters()).isEmpty();

        clock.set(Instant.parse("2026-11-23T01:00:00Z")); // Monday 08:00
        digest.sendWhenDue();
        assertThat(letters()).isEmpty();

        clock.set(Instant.parse("2026-11-23T01:31:00Z")); // Monday 08:31
        digest.sendWhenDue();
        digest.sendWhenDue();
        assertThat(letters()).hasSize(1);
        assertThat(letters().get(0)).contains("Никем не взято в моих группах: ").doesNotContain("группах: 0");

        clock.set(Instant.parse("2026-11-24T01:31:00Z"));
        digest.sendWhenDue();
        assertThat(letters()).hasSize(2);
    }

    private List<String> letters() {
        return database.sql(
                        "select body from mcu.outbox where channel = 'staff-mail' and recipient = 'im' and idempotency_key like 'notice-digest%' order by created_at")
                .query(String.class)
                .list();
    }

    private void mail(String address) {
        staff.as("admin", () -> {
            User found = identity.createUserQuery().userId("im").singleResult();
            found.setEmail(address);
            identity.saveUser(found);
            return found;
        });
    }
}
