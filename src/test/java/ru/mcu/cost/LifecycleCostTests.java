package ru.mcu.cost;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.UUID;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.mcu.WholeApplication;
import ru.mcu.message.Intake;
import ru.mcu.message.MessageFacts;
import ru.mcu.message.MessageStatus;
import ru.mcu.platform.TestClock;
import ru.mcu.platform.task.TaskSubmission;

/**
 * Guards the cost of a message by counts, which no slow machine changes. A longer measurement, whose figures are in
 * {@code docs/performance.md}: {@code ./mvnw -q test -Dtest=LifecycleCostTests -Dmcu.cost.lifecycles=1000}.
 */
@WholeApplication
@DisplayName("Цена одного сообщения для базы данных")
class LifecycleCostTests {

    private static final Instant MONDAY_MORNING = Instant.parse("2026-11-23T02:00:00Z");

    @Autowired
    Intake intake;

    @Autowired
    TaskSubmission submission;

    @Autowired
    IdentityService identity;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ObjectMapper json;

    @Autowired
    MessageFacts facts;

    @Autowired
    TestClock clock;

    @BeforeEach
    void mondayMorning() {
        clock.set(MONDAY_MORNING);
    }

    @AfterEach
    void timeRuns() {
        clock.reset();
    }

    @Test
    @DisplayName("число обращений к базе от звонка до оценки не растёт незаметно")
    void theCostOfAMessageStaysWithinItsBounds() {
        int lifecycles = Integer.getInteger("mcu.cost.lifecycles", 20);
        LifecycleCost lifecycle = new LifecycleCost(intake, submission, identity, jdbc, json);
        for (int i = 0; i < Math.max(3, lifecycles / 10); i++) {
            UUID warm = lifecycle.run(i);
            assertThat(facts.status(warm)).isEqualTo(MessageStatus.CLOSED);
        }
        DatabaseCost cost = new DatabaseCost(jdbc);
        DatabaseCost.Figures figures = cost.of(lifecycles, () -> {
            for (int i = 0; i < lifecycles; i++) {
                lifecycle.run(i);
            }
        });
        System.out.println("Цена одного сообщения: " + figures);
        if (lifecycles > 20 || Boolean.getBoolean("mcu.cost.statements")) {
            cost.frequent(60, lifecycles).forEach(System.out::println);
        }
        assertThat(figures.selects()).as("чтений на сообщение").isLessThan(240);
        assertThat(figures.writes()).as("пишущих команд на сообщение").isLessThan(245);
        assertThat(figures.updated()).as("переписанных строк на сообщение").isLessThan(56);
        assertThat(figures.transactions()).as("пишущих транзакций на сообщение").isLessThan(9);
    }
}
