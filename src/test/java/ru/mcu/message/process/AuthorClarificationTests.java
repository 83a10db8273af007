package ru.mcu.message.process;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.mcu.message.process.Answering.BY_HAND;
import static ru.mcu.message.process.Answering.DRAFT;
import static ru.mcu.message.process.Answering.EXECUTOR;
import static ru.mcu.message.process.Answering.OPERATOR;
import static ru.mcu.message.process.Refusals.assertWrongField;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.mcu.Letters;
import ru.mcu.Staff;
import ru.mcu.WholeApplication;
import ru.mcu.message.FollowUpKind;
import ru.mcu.message.FollowUps;
import ru.mcu.message.MessageFacts;
import ru.mcu.message.MessageStatus;
import ru.mcu.platform.TestClock;
import ru.mcu.platform.outbox.OutboxDispatcher;
import ru.mcu.regulation.Clause;

@WholeApplication
@DisplayName("Уточнение у автора")
@Clause({"stavropol:III.6.2"})
class AuthorClarificationTests {

    private static final Map<String, String> QUESTION =
            Map.of("decision", "clarify", "question", "С какой стороны дома яма?");

    @Autowired
    Staff staff;

    @Autowired
    TestClock clock;

    @Autowired
    FollowUps followUps;

    @Autowired
    MessageFacts facts;

    @Autowired
    OutboxDispatcher dispatcher;

    @Autowired
    JdbcClient database;

    private Answering answering;

    @Autowired
    void usualSteps(Staff people) {
        answering = new Answering(people);
    }

    @BeforeEach
    void mondayMorning() {
        clock.set(Answering.MONDAY_MORNING);
    }

    @AfterEach
    void timeRuns() {
        clock.reset();
    }

    @Test
    @DisplayName("вопрос уходит письмом, срок стоит, ответ автора виден исполнителю")
    void theAuthorAnswersAndTheWorkGoesOn() {
        Letters letters = Letters.toNewAuthor();
        UUID message = answering.letterInDrafting(letters.recipient(), "<question@author.example>");
        assertWrongField("question", () -> staff.does(EXECUTOR, message, DRAFT, Map.of("decision", "clarify")));
        assertThat(totalDue(message)).isEqualTo(Instant.parse("2026-11-23T11:00:00Z"));

        staff.does(EXECUTOR, message, DRAFT, QUESTION);
        dispatcher.dispatchDue();

        assertThat(letters.texts()).containsExactly("С какой стороны дома яма?");
        assertThat(staff.openKeys(message)).isEmpty();
        assertThat(facts.status(message)).isEqualTo(MessageStatus.CLARIFYING);

        clock.set(Answering.MONDAY_MORNING.plus(Duration.ofHours(2)));
        followUps.take(message, FollowUpKind.REPLY, null, "Со стороны двора", null);
        assertThat(staff.openKeys(message)).containsExactly(DRAFT);
        assertThat(String.valueOf(staff.sees(EXECUTOR, message, DRAFT).view().get("clarifications")))
                .contains("С какой стороны дома яма?", "Со стороны двора");
        assertThat(totalDue(message))
                .as("the clock stood for two hours: 11:00 of the next working day")
                .isEqualTo(Instant.parse("2026-11-24T04:00:00Z"));
    }

    @Test
    @DisplayName("автор молчит три рабочих дня – работа идёт дальше без ответа")
    void aSilentAuthorDoesNotStopTheWork() {
        UUID message = answering.letterInDrafting(Letters.toNewAuthor().recipient(), null);
        staff.does(EXECUTOR, message, DRAFT, QUESTION);
        dispatcher.dispatchDue();

        assertThat(staff.waitForTimer(message, "catchEvent_clarificationExpired"))
                .as("the end of the third working day after Monday")
                .isBetween(Instant.parse("2026-11-25T11:00:00Z"), Instant.parse("2026-11-26T11:00:00Z"));

        assertThat(staff.openKeys(message)).containsExactly(DRAFT);
        assertThat(facts.status(message)).isEqualTo(MessageStatus.DRAFTING);
    }

    @Test
    @DisplayName("вопрос решили не задавать – срок не стоял, исполнитель продолжает")
    void aWithheldQuestionLeadsBackAtOnce() {
        UUID message = answering.inDrafting();
        staff.does(EXECUTOR, message, DRAFT, QUESTION);
        assertThat(staff.sees(OPERATOR, message, BY_HAND).view()).containsEntry("kindTitle", "Вопрос автору");

        staff.does(OPERATOR, message, BY_HAND, Map.of("decision", "withhold", "note", "Это видно на фото"));

        assertThat(staff.openKeys(message)).containsExactly(DRAFT);
        assertThat(database.sql("select count(*) from mcu.pause where message_id = :id")
                        .param("id", message)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private Instant totalDue(UUID message) {
        return database.sql("select due_at from mcu.message where id = :id")
                .param("id", message)
                .query(java.time.OffsetDateTime.class)
                .single()
                .toInstant();
    }
}
