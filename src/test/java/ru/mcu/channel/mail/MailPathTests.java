package ru.mcu.channel.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.mcu.WholeApplication;
import ru.mcu.channel.InboxWorker;
import ru.mcu.platform.Channel;
import ru.mcu.platform.Hashes;
import ru.mcu.platform.TestClock;
import ru.mcu.platform.outbox.Delivery;

@WholeApplication
@DisplayName("Письмо становится сообщением")
class MailPathTests {

    private static final Instant MONDAY_MORNING = Instant.parse("2026-11-23T02:00:00Z");
    private static final String PNG =
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

    @Autowired
    InboxLetters inbox;

    @Autowired
    InboxWorker worker;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    private final String key = UUID.randomUUID().toString().substring(0, 8);

    @BeforeEach
    void mondayMorning() {
        clock.set(MONDAY_MORNING);
    }

    @AfterEach
    void timeRuns() {
        clock.reset();
    }

    @Test
    @DisplayName("текст, автор, нить и фото письма на месте; непринятый файл назван; повтор ничего не меняет")
    void aLetterIsRegisteredOnce() {
        String letter = header("ivan", "first", "Message-ID: <first." + key + "@example.org>")
                + "Content-Type: multipart/mixed; boundary=b\r\n\r\n"
                + "--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nЯма у дома 5\r\n"
                + "--b\r\nContent-Type: image/png; name=yama.png\r\nContent-Transfer-Encoding: base64\r\n\r\n" + PNG
                + "\r\n--b\r\nContent-Type: application/zip; name=all.zip\r\nContent-Transfer-Encoding: base64\r\n\r\n"
                + Base64.getEncoder().encodeToString("no picture".getBytes(StandardCharsets.UTF_8)) + "\r\n--b--\r\n";
        arrives(letter);
        arrives(letter);
        arrives("Received: from another route\r\n" + letter);

        Map<String, Object> message = message("first");
        assertThat(message)
                .containsEntry("text", "Тема\n\nЯма у дома 5")
                .containsEntry("author_contact", "ivan." + key + "@example.org")
                .containsEntry("author_name", "Иван")
                .containsEntry("thread", "<first." + key + "@example.org>")
                .containsEntry("has_media", true);
        assertThat(jdbc.sql("select file_name from mcu.attachment where message_id = :id")
                        .param("id", message.get("id"))
                        .query(String.class)
                        .list())
                .containsExactly("yama.png");
        assertThat(jdbc.sql("select note from mcu.remote_file where message_id = :id and status = 'REFUSED'")
                        .param("id", message.get("id"))
                        .query(String.class)
                        .list())
                .singleElement()
                .asString()
                .containsPattern("[а-я]{4}");
    }

    @Test
    @DisplayName("второе письмо автора дополняет первое; другой отправитель в той же переписке – другой автор")
    void aThreadBelongsToItsAuthor() {
        arrives(header("ivan", "a", "Message-ID: <a." + key + "@example.org>") + "\r\nЯма");
        arrives(header("ivan", "b", "In-Reply-To: <a." + key + "@example.org>") + "\r\nИ света нет");
        arrives(header("ivan", "c", "References: <a." + key + "@example.org> <b." + key + "@example.org>")
                + "\r\nИ воды\r\n\r\n> И света нет");
        arrives(header("olga", "d", "References: <a." + key + "@example.org>") + "\r\nА у меня мусор");

        UUID first = item("a").orElseThrow();
        assertThat(item("b")).contains(first);
        assertThat(item("c")).contains(first);
        assertThat(item("d")).isPresent().get().isNotEqualTo(first);
        assertThat(jdbc.sql("select text from mcu.follow_up where message_id = :id order by at, id")
                        .param("id", first)
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder("И света нет", "И воды");
    }

    @Test
    @DisplayName("ответ на наше письмо находит своё сообщение; вернувшееся письмо отмечено в истории")
    void repliesAndBouncesFindTheirMessage() {
        arrives(header("ivan", "q", "Message-ID: <q." + key + "@example.org>") + "\r\nЯма");
        UUID message = item("q").orElseThrow();
        String ours = weAnswered(message);

        arrives(header("ivan", "r", "In-Reply-To: " + ours) + "\r\nНе заделали");
        arrives("From: MAILER-DAEMON@example.org\r\nSubject: Undelivered\r\nMessage-ID: <bounce." + key
                + "@example.org>\r\n"
                + "Content-Type: multipart/report; report-type=delivery-status; boundary=b\r\n\r\n"
                + "--b\r\nContent-Type: text/plain\r\n\r\nSorry\r\n"
                + "--b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx\r\n\r\nAction: failed\r\nStatus: 5.1.1\r\n\r\n"
                + "--b\r\nContent-Type: text/rfc822-headers\r\n\r\nMessage-ID: " + ours + "\r\n\r\n--b--\r\n");

        assertThat(item("r")).contains(message);
        assertThat(jdbc.sql("select action from mcu.audit_entry where subject_id = :id")
                        .param("id", message)
                        .query(String.class)
                        .list())
                .contains("Ответ: письмо вернулось");
    }

    @Test
    @DisplayName(
            "автоответ, наше собственное письмо и враждебное письмо не становятся сообщениями и не задерживают других")
    void nothingBlocksTheQueue() {
        arrives(header("ivan", "auto", "Auto-Submitted: auto-replied") + "\r\nЯ в отпуске " + key);
        arrives("From: mcu@rubtsovsk.example\r\n\r\nНаш ответ " + key);
        StringBuilder nested = new StringBuilder(header("evil", "nested", "X-Test: " + key));
        for (int i = 0; i < 3000; i++) {
            nested.append("Content-Type: multipart/mixed; boundary=b")
                    .append(i)
                    .append("\r\n\r\n--b")
                    .append(i)
                    .append("\r\n");
        }
        String evil = nested.toString();
        arrives(evil);
        arrives(header("ivan", "good", "X-Test: " + key) + "\r\nЯма");

        assertThat(item("auto")).isEmpty();
        assertThat(item("nested")).isEmpty();
        assertThat(item("good")).isPresent();
        assertThat(jdbc.sql("select status || ': ' || note from mcu.inbound_event where event_key = :key")
                        .param("key", ru.mcu.channel.Inbox.contentKey(evil.getBytes(StandardCharsets.UTF_8)))
                        .query(String.class)
                        .list())
                .containsExactly("POISON: Части письма вложены глубже 20 раз: откройте его в почтовом ящике");
    }

    private String weAnswered(UUID message) {
        UUID publication = UUID.randomUUID();
        Delivery delivery =
                new Delivery(publication, Channel.MAIL, null, null, null, "Заделаем", "publication-" + publication);
        String id = OwnLetterId.of(delivery, "mcu@rubtsovsk.example").value();
        OffsetDateTime now = OffsetDateTime.parse("2026-11-23T02:00:00Z");
        jdbc.sql("""
                insert into mcu.publication (id, message_id, kind, text, sha256, channel, status, created_at, published_at)
                values (:id, :message, 'ANSWER', 'Заделаем', :hash, 'mail', 'PUBLISHED', :now, :now)""")
                .param("id", publication)
                .param("message", message)
                .param("hash", Hashes.sha256("Заделаем"))
                .param("now", now)
                .update();
        jdbc.sql("""
                insert into mcu.outbox (id, channel, idempotency_key, reference, body, content_hash, status, next_attempt_at,
                                        external_id, created_at, settled_at, notified_at)
                values (:id, 'mail', :key, :id, 'Заделаем', 'x', 'DELIVERED', :now, :external, :now, :now, :now)""")
                .param("id", publication)
                .param("key", delivery.idempotencyKey())
                .param("external", id)
                .param("now", now)
                .update();
        return id;
    }

    private String header(String author, String id, String more) {
        String given = more.startsWith("Message-ID:") ? "" : "Message-ID: <" + id + "." + key + "@example.org>\r\n";
        return "From: =?utf-8?b?0JjQstCw0L0=?= <" + author + "." + key
                + "@example.org>\r\nTo: mcu@rubtsovsk.example\r\n" + "Subject: =?utf-8?b?0KLQtdC80LA=?=\r\n" + given
                + more + "\r\n";
    }

    private void arrives(String letter) {
        inbox.take(letter.getBytes(StandardCharsets.UTF_8));
        worker.workOff();
    }

    private Optional<UUID> item(String id) {
        return jdbc.sql("select message_id from mcu.inbound_item where channel = 'mail' and external_id = :id")
                .param("id", "<" + id + "." + key + "@example.org>")
                .query(UUID.class)
                .optional();
    }

    private Map<String, Object> message(String id) {
        return jdbc.sql("select * from mcu.message where channel = 'mail' and external_id = :id")
                .param("id", "<" + id + "." + key + "@example.org>")
                .query()
                .singleRow();
    }
}
