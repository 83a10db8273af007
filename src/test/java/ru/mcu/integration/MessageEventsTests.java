package ru.mcu.integration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.support.TransactionTemplate;
import ru.mcu.Staff;
import ru.mcu.WholeApplication;
import ru.mcu.message.MessageFacts;
import ru.mcu.message.Milestone;
import ru.mcu.message.MilestoneReached;
import ru.mcu.message.NewMessage;
import ru.mcu.platform.Channel;
import ru.mcu.platform.TestClock;
import ru.mcu.platform.outbox.Outbox;

@WholeApplication
@RecordApplicationEvents
@DisplayName("Вебхуки: о каждом шаге сообщения, без персональных данных")
class MessageEventsTests {

    @Autowired
    Staff staff;

    @Autowired
    MessageFacts facts;

    @Autowired
    Outbox outbox;

    @Autowired
    ObjectMapper json;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    TestClock clock;

    @Autowired
    ApplicationEvents events;

    @BeforeEach
    void mondayMorning() {
        clock.set(Instant.parse("2026-11-23T02:00:00Z"));
    }

    @AfterEach
    void timeRuns() {
        clock.reset();
    }

    @Test
    @DisplayName("зарегистрировано, назначено, отвечено, опубликовано")
    void everyMilestoneIsToldOnce() {
        UUID message = staff.citizenWrites(Channel.VK, "На улице Ленина, 15 яма на дороге");
        staff.does(
                "im",
                message,
                "userTask_triageMessage",
                Map.of(
                        "decision", "accept",
                        "topicGroup", "Дороги",
                        "topic", "Ямы на дорогах",
                        "place", "ул. Ленина, 15",
                        "executor", "housing"));
        staff.does(
                "ispolnitel-housing",
                message,
                "userTask_draftAnswer",
                Map.of("decision", "ready", "outcome", "solved", "text", "Здравствуйте! Яму заделали 20 ноября."));
        staff.does("im", message, "userTask_reviewAnswer", Map.of("decision", "approve"));
        staff.does(
                "im",
                message,
                "userTask_publishManually",
                Map.of("decision", "published", "link", "https://vk.com/wall-1_2?reply=3"));

        assertThat(events.stream(MilestoneReached.class)
                        .filter(reached -> reached.messageId().equals(message))
                        .map(MilestoneReached::milestone))
                .containsExactly(Milestone.REGISTERED, Milestone.ASSIGNED, Milestone.ANSWERED, Milestone.PUBLISHED);
    }

    @Test
    @DisplayName("в событии нет ни автора, ни его слов; получает его только тот, кто просил")
    void anEventHoldsNothingPersonal() throws Exception {
        UUID message = staff.register(new NewMessage(
                Channel.MAIL,
                "<m-" + UUID.randomUUID() + "@example.org>",
                null,
                null,
                null,
                "Мария Секретова",
                "sekretova@example.org",
                "https://example.org/sekretova",
                false,
                "Секретный текст про улицу Тайную, 7, телефон 8 900 000-00-00",
                "ул. Тайная, 7",
                null,
                null,
                null,
                ru.mcu.message.Priority.NORMAL,
                ru.mcu.message.MessageKind.SOLVABLE,
                ru.mcu.message.Regime.MESSAGE,
                null,
                clock.instant(),
                null,
                null,
                false,
                ru.mcu.message.EntryStep.TRIAGE,
                null));

        transaction.executeWithoutResult(
                status -> tellers().on(new MilestoneReached(message, Milestone.CLOSED, clock.instant())));

        List<String> bodies = database.sql(
                        "select body from mcu.outbox where channel = 'webhook-all' and body like :id")
                .param("id", "%" + message + "%")
                .query(String.class)
                .list();
        assertThat(bodies).hasSize(1);
        assertThat(bodies.get(0)).doesNotContain("екретн", "sekretova", "екретов", "Тайн", "900");
        JsonNode event = json.readTree(bodies.get(0));
        assertThat(event.path("type").asText()).isEqualTo("message.closed");
        assertThat(event.path("message").path("number").asText()).startsWith("МЦУ-");
        assertThat(event.path("message").path("channel").asText()).isEqualTo("mail");
        assertThat(database.sql("select count(*) from mcu.outbox where channel = 'webhook-rated' and body like :id")
                        .param("id", "%" + message + "%")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    /** Two subscribers that the shared context does not have. */
    private MessageEvents tellers() {
        URI url = URI.create("http://localhost/");
        var all = new WebhookSettings.Subscriber("Всё", url, "0123456789abcdef", Set.of());
        var rated = new WebhookSettings.Subscriber("Оценки", url, "0123456789abcdef", Set.of(Milestone.RATED));
        var settings = new WebhookSettings(Duration.ofSeconds(1), Map.of("all", all, "rated", rated));
        return new MessageEvents(new Webhooks(settings, Clock.systemUTC()), facts, outbox, json);
    }
}
