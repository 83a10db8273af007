package ru.mcu.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import ru.mcu.WholeApplication;
import ru.mcu.platform.Channel;
import ru.mcu.platform.TestClock;

@WholeApplication
@DisplayName("Входящие: что пришло, то сохранено и понято по порядку")
class InboxTests {

    private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");

    @Autowired
    Inbox inbox;

    @Autowired
    InboxRows rows;

    @Autowired
    Conversations conversations;

    @Autowired
    InboxSettings settings;

    @Autowired
    TestClock clock;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient database;

    private final String post = UUID.randomUUID().toString();
    private final LineAdapter lines = new LineAdapter(post);

    @BeforeEach
    void mondayMorning() {
        clock.set(NOW);
        database.sql("delete from mcu.inbound_event where channel = 'directLine'")
                .update();
    }

    @AfterEach
    void timeRuns() {
        clock.reset();
    }

    @Test
    @DisplayName("повтор события ничего не добавляет")
    void aRepeatedEventIsKeptOnce() {
        inbox.put(Channel.DIRECT_LINE, "e1", bytes("new|c1|Анна|Нет света"));
        inbox.put(Channel.DIRECT_LINE, "e1", bytes("new|c1|Анна|Нет света"));
        inbox.put(Channel.DIRECT_LINE, "e2", bytes("new|c1|Анна|Нет света"));

        worker().workOff();

        assertThat(statuses()).containsExactly("DONE", "DONE");
        assertThat(messages()).hasSize(1);
    }

    @Test
    @DisplayName("второй комментарий автора в той же ветке присоединяется к открытому сообщению, чужой – нет")
    void aSecondCommentJoinsTheOpenMessage() {
        put("new|c1|Анна|Нет света во дворе", "new|c2|Анна|Уже третий день", "new|c3|Борис|И у нас нет");

        worker().workOff();

        assertThat(messages()).containsExactlyInAnyOrder("Нет света во дворе", "И у нас нет");
        assertThat(followUps()).containsExactly("ADDED Уже третий день");
    }

    @Test
    @DisplayName("сообщение закрыто: следующий комментарий открывает новое, связанное с ним")
    void aCommentAfterTheEndOpensALinkedMessage() {
        put("new|c1|Анна|Нет света во дворе");
        worker().workOff();
        database.sql("update mcu.message set status = 'CLOSED' where external_id = :id")
                .param("id", post + "c1")
                .update();

        put("new|c2|Анна|Опять погасло", "new|c3|Анна|И в подъезде тоже");
        worker().workOff();

        assertThat(messages()).containsExactlyInAnyOrder("Нет света во дворе", "Опять погасло");
        assertThat(followUps()).containsExactly("ADDED И в подъезде тоже");
        assertThat(database.sql("""
                        select count(*) from mcu.audit_entry a join mcu.message m on m.id = a.subject_id
                        where m.external_id = :id and a.action like 'Продолжение закрытого сообщения%'""").param("id", post + "c2").query(Long.class).single())
                .isEqualTo(1);
    }

    @Test
    @DisplayName("правка и удаление доходят до исполнителя один раз; правка без изменений – нет")
    void editsAndDeletionsReachTheMessage() {
        put(
                "new|c1|Анна|Нет света",
                "edit|c1|1|Нет света и воды",
                "edit|c1|1|Нет света и воды",
                "edit|c1|2|Нет света и воды",
                "delete|c1",
                "delete|c1",
                "edit|unknown|1|Чужое");

        worker().workOff();

        assertThat(followUps()).containsExactly("EDITED Нет света и воды", "DELETED null");
        assertThat(statuses().stream().filter("IGNORED"::equals)).hasSize(4);
    }

    @Test
    @DisplayName("непонятное откладывается для просмотра и никого не держит; сбой повторяется позже")
    void poisonIsPutAsideAndFailuresAreTriedAgain() {
        put("мусор", "fail|c8", "new|c1|Анна|Нет света");

        worker().workOff();
        assertThat(statuses()).containsExactly("POISON", "WAITING", "DONE");

        for (int i = 1; i < settings.maxAttempts(); i++) {
            clock.set(clock.instant().plus(Duration.ofDays(1)));
            worker().workOff();
        }
        assertThat(statuses()).containsExactly("POISON", "POISON", "DONE");
        assertThat(notes())
                .contains("Событие не похоже ни на одно из известных", "Не удалось обработать (IllegalStateException)");
        assertThat(String.join("", notes())).as("notes quote nobody").doesNotContain("Нет света");
    }

    @Test
    @DisplayName("мусор от чужих не заполняет базу: храним не больше тысячи на канал")
    void rubbishDoesNotFillTheDatabase() {
        database.sql("""
                insert into mcu.inbound_event (channel, event_key, body, received_at, next_attempt_at, status)
                select 'directLine', 'rubbish-' || n, '', now(), now(), 'POISON' from generate_series(1, 999) n""").update();

        inbox.poison(Channel.DIRECT_LINE, bytes("ещё"), "Не JSON");
        inbox.poison(Channel.DIRECT_LINE, bytes("и ещё"), "Не JSON");
        put("new|c1|Анна|Нет света");

        assertThat(statuses().stream().filter("POISON"::equals)).hasSize(1000);
        assertThat(statuses().stream().filter("WAITING"::equals))
                .as("true events are always kept")
                .hasSize(1);
    }

    @Test
    @DisplayName("понятое забывается через неделю, непонятое остаётся")
    void understoodEventsAreForgotten() {
        put("new|c1|Анна|Нет света", "мусор");
        worker().workOff();

        clock.set(NOW.plus(settings.keep()).plusSeconds(1));
        worker().forget();

        assertThat(statuses()).containsExactly("POISON");
    }

    private InboxWorker worker() {
        return new InboxWorker(List.of(lines), rows, conversations, settings, transaction, clock);
    }

    private void put(String... events) {
        for (String event : events) {
            inbox.put(Channel.DIRECT_LINE, UUID.randomUUID().toString(), bytes(event));
        }
    }

    private List<String> statuses() {
        return database.sql("select status from mcu.inbound_event where channel = 'directLine' order by id")
                .query(String.class)
                .list();
    }

    private List<String> notes() {
        return database.sql("select coalesce(note, '') from mcu.inbound_event where channel = 'directLine' order by id")
                .query(String.class)
                .list();
    }

    private List<String> messages() {
        return database.sql("select original_text from mcu.message where external_id like :post order by registered_at")
                .param("post", post + "%")
                .query(String.class)
                .list();
    }

    private List<String> followUps() {
        return database.sql("""
                        select f.kind || ' ' || coalesce(f.text, 'null') from mcu.follow_up f
                        join mcu.message m on m.id = f.message_id where m.external_id like :post order by f.at, f.id""").param("post", post + "%").query(String.class).list();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** A channel of one line for each event: kind, comment, author or change, text. */
    private record LineAdapter(String post) implements InboundAdapter {

        private static final Map<String, Integer> PARTS = Map.of("new", 4, "edit", 4, "delete", 2, "fail", 2);

        @Override
        public Channel channel() {
            return Channel.DIRECT_LINE;
        }

        @Override
        public List<Inbound> read(byte[] body) {
            String[] parts = new String(body, StandardCharsets.UTF_8).split("\\|");
            if (PARTS.getOrDefault(parts[0], 0) != parts.length) {
                throw new Unreadable("Событие не похоже ни на одно из известных");
            }
            String id = post + parts[1];
            return List.of(
                    switch (parts[0]) {
                        case "new" -> comment(id, parts[2], parts[3]);
                        case "edit" -> new Inbound.Edit(channel(), id, id + "-" + parts[2], parts[3], NOW);
                        case "delete" -> new Inbound.Deletion(channel(), id, NOW);
                        default -> throw new IllegalStateException(parts[1]);
                    });
        }

        private InboundMessage comment(String id, String author, String text) {
            return new InboundMessage(
                    channel(),
                    id,
                    post + "|" + author,
                    post,
                    null,
                    new InboundMessage.Author(author, "https://example.org/" + author, null),
                    text,
                    null,
                    List.of(),
                    NOW);
        }
    }
}
