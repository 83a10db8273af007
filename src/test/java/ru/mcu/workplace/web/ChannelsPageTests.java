package ru.mcu.workplace.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import ru.mcu.RecordingChannel;
import ru.mcu.WholeApplication;
import ru.mcu.channel.Inbox;
import ru.mcu.platform.Channel;
import ru.mcu.platform.outbox.Delivery;
import ru.mcu.platform.outbox.DeliveryResult;
import ru.mcu.platform.outbox.Outbox;
import ru.mcu.platform.outbox.OutboxDispatcher;

@WholeApplication
@DisplayName("Страница «Каналы»")
class ChannelsPageTests {

    private static final String PAGE = "/api/admin/channels";

    @Autowired
    TestRestTemplate rest;

    @Autowired
    Outbox outbox;

    @Autowired
    OutboxDispatcher dispatcher;

    @Autowired
    RecordingChannel recorder;

    @Autowired
    Inbox inbox;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient database;

    @BeforeEach
    @AfterEach
    void clean() {
        recorder.reset();
        database.sql("delete from mcu.outbox where channel = 'recorder'").update();
        database.sql("delete from mcu.outbox_channel where channel = 'recorder'")
                .update();
        database.sql("insert into mcu.outbox_channel (channel) values ('recorder')")
                .update();
    }

    @ParameterizedTest
    @ValueSource(strings = {"im", "rukovoditel", "kurator", "ispolnitel", "cur", "analitik"})
    @DisplayName("только для администратора")
    void onlyTheAdministratorSeesIt(String user) {
        assertThat(as(user).getForEntity(PAGE, String.class).getStatusCode()).isEqualTo(HttpStatus.FORBIDDEN);
        assertThat(as(user).postForEntity(PAGE + "/recorder/pause", null, String.class)
                        .getStatusCode())
                .isEqualTo(HttpStatus.FORBIDDEN);
        assertThat(as(user).getForEntity(PAGE + "/poison/1", String.class).getStatusCode())
                .isEqualTo(HttpStatus.FORBIDDEN);
    }

    @Test
    @DisplayName("пауза, очередь, возобновление, повтор неудачного")
    void theAdministratorSteersAChannel() {
        as("admin").postForEntity(PAGE + "/recorder/pause", null, String.class);
        put("Ответ");
        dispatcher.dispatchDue();
        assertThat(line().path("out").path("paused").asBoolean()).isTrue();
        assertThat(line().path("out").path("pausedBy").asText()).isEqualTo("admin");
        assertThat(line().path("out").path("waiting").asInt()).isEqualTo(1);

        recorder.answer(delivery -> new DeliveryResult.Permanent("Адресат исчез"));
        as("admin").postForEntity(PAGE + "/recorder/resume", null, String.class);
        dispatcher.dispatchDue();
        assertThat(line().path("out").path("failed").asInt()).isEqualTo(1);
        JsonNode failed = as("admin")
                .getForObject(PAGE + "/recorder/failed", JsonNode.class)
                .get(0);
        assertThat(failed.path("reason").asText()).isEqualTo("Адресат исчез");

        recorder.reset();
        assertThat(as("admin")
                        .postForEntity(PAGE + "/failed/" + failed.path("id").asText() + "/again", null, String.class)
                        .getStatusCode())
                .isEqualTo(HttpStatus.NO_CONTENT);
        dispatcher.dispatchDue();
        assertThat(recorder.bodies()).containsExactly("Ответ");
        assertThat(line().path("out").path("failed").asInt()).isZero();
        JsonNode log = as("admin").getForObject(PAGE + "/recorder/log", JsonNode.class);
        assertThat(log).hasSize(1);
        assertThat(log.get(0).path("delivered").asBoolean()).isTrue();
        assertThat(log.toString()).as("no texts in the log").doesNotContain("Ответ");
        assertThat(as("admin")
                        .postForObject(PAGE + "/recorder/check", null, JsonNode.class)
                        .path("ok")
                        .asBoolean())
                .isTrue();
        assertThat(as("admin")
                        .postForEntity(PAGE + "/nothing/check", null, String.class)
                        .getStatusCode())
                .isEqualTo(HttpStatus.NOT_FOUND);
    }

    @Test
    @DisplayName("непонятое событие можно посмотреть, просмотр записан")
    void aPoisonedEventCanBeLookedAt() {
        String words = "не JSON " + UUID.randomUUID();
        inbox.poison(Channel.DIRECT_LINE, words.getBytes(StandardCharsets.UTF_8), "Не разобрать");
        JsonNode poison = as("admin")
                .getForObject(PAGE + "/directLine/poison", JsonNode.class)
                .get(0);
        assertThat(poison.path("reason").asText()).isEqualTo("Не разобрать");
        long id = poison.path("id").asLong();

        assertThat(as("admin")
                        .getForObject(PAGE + "/poison/" + id, JsonNode.class)
                        .path("text")
                        .asText())
                .isEqualTo(words);

        assertThat(database.sql("""
                        select count(*) from mcu.audit_entry where action = 'Просмотрено непонятое событие'
                        and actor = 'admin' and details ->> 'event' = :id""")
                        .param("id", String.valueOf(id))
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        database.sql("delete from mcu.inbound_event where id = :id")
                .param("id", id)
                .update();
    }

    private JsonNode line() {
        JsonNode lines = as("admin").getForObject(PAGE, JsonNode.class);
        return StreamSupport.stream(lines.spliterator(), false)
                .filter(line -> line.path("code").asText().equals("recorder"))
                .findFirst()
                .orElseThrow();
    }

    private TestRestTemplate as(String user) {
        return rest.withBasicAuth(user, "mcu-demo");
    }

    private void put(String body) {
        UUID reference = UUID.randomUUID();
        transaction.executeWithoutResult(status -> outbox.put(
                new Delivery(reference, "recorder", null, null, null, body, List.of(), "page-" + reference)));
    }
}
