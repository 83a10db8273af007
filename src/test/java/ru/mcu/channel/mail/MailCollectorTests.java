package ru.mcu.channel.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

@DisplayName("Почтовый ящик")
class MailCollectorTests {

    private final GreenMail server = new GreenMail(new ServerSetup(freePort(), "127.0.0.1", ServerSetup.PROTOCOL_IMAP));
    private final List<String> taken = new CopyOnWriteArrayList<>();
    private final List<String> refused = new ArrayList<>();
    private GreenMailUser user;

    @BeforeEach
    void mailbox() {
        server.start();
        user = server.setUser("mcu@city.example", "mcu", "secret");
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    @DisplayName("новые письма забираются один раз и отмечаются прочитанными")
    void lettersAreTakenOnce() throws MessagingException {
        arrives("Яма", "Яма на дороге");
        arrives("Свет", "Нет света");
        MailCollector collector = collector(null);

        assertThat(collector.collect()).isEqualTo(2);
        assertThat(collector.collect()).isZero();
        assertThat(taken).hasSize(2).anyMatch(it -> it.contains("Subject: Яма") && it.contains("Яма на дороге"));
        assertThat(inFolder("INBOX")).allMatch(it -> isSet(it, Flags.Flag.SEEN));
    }

    @Test
    @DisplayName("с папкой для обработанных письма переезжают в неё, даже прочитанные кем-то раньше")
    void lettersMoveToTheProcessedFolder() throws Exception {
        arrives("Яма", "Яма на дороге");
        markSeen();

        assertThat(collector("МЦУ").collect()).isOne();
        assertThat(inFolder("INBOX")).isEmpty();
        assertThat(inFolder("МЦУ")).hasSize(1);
        assertThat(mailbox("МЦУ", 993).holds("<known@example.org>")).isFalse();
    }

    @Test
    @DisplayName("падение между сохранением и отметкой: письмо придёт ещё раз, не потеряется")
    void aCrashRepeatsTheLetter() {
        arrives("Яма", "Яма на дороге");
        MailCollector dying = new MailCollector(mailbox(null, 25), taker(() -> {
            throw new IllegalStateException("killed");
        }));

        assertThatThrownBy(dying::collect).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(dying::collect).isInstanceOf(IllegalStateException.class);
        assertThat(taken).hasSize(2);
        assertThat(taken.get(0)).isEqualTo(taken.get(1));
    }

    @Test
    @DisplayName(
            "слишком большое письмо не загружается: сохранён заголовок, письмо помечено флажком, остальные идут дальше")
    void largeLettersAreNotLoaded() throws MessagingException {
        arrives("Фильм", "x".repeat(3 << 20));
        arrives("Яма", "Яма на дороге");

        assertThat(new MailCollector(mailbox(null, 1), taker(() -> {})).collect())
                .isEqualTo(2);
        assertThat(taken).hasSize(1).allMatch(it -> it.contains("Яма на дороге"));
        assertThat(refused).hasSize(1);
        assertThat(refused.get(0))
                .startsWith("Письмо больше 1 МБ")
                .contains("Subject: Фильм")
                .doesNotContain("xxx");
        assertThat(inFolder("INBOX"))
                .filteredOn(it -> isSet(it, Flags.Flag.FLAGGED))
                .hasSize(1);
    }

    @Test
    @DisplayName("сервер сам сообщает о письме; после обрыва связь восстанавливается")
    void theServerTellsOfLetters() {
        AtomicInteger told = new AtomicInteger();
        MailIdle idle = new MailIdle(mailbox(null, 25), told::incrementAndGet);
        idle.start();
        try {
            Awaitility.await().until(() -> told.get() == 1); // connected
            arrives("Яма", "Яма на дороге");
            Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> told.get() == 2);
            server.stop();
            mailbox();
            Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> told.get() == 3); // connected again
            arrives("Свет", "Нет света");
            Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> told.get() == 4);
        } finally {
            idle.stop();
        }
    }

    private static int freePort() {
        try (java.net.ServerSocket socket = new java.net.ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private MailCollector collector(@Nullable String processed) {
        return new MailCollector(mailbox(processed, 25), taker(() -> {}));
    }

    private Mailbox mailbox(@Nullable String processed, int megabytes) {
        ImapSettings imap = new ImapSettings(
                "127.0.0.1",
                server.getImap().getPort(),
                false,
                "mcu",
                "secret",
                "INBOX",
                processed,
                DataSize.ofMegabytes(megabytes),
                Duration.ofMinutes(1),
                true,
                Duration.ofSeconds(5));
        return new Mailbox(new MailSettings("mcu@city.example", false, imap));
    }

    private LetterTaker taker(Runnable after) {
        return new LetterTaker() {
            @Override
            public void take(byte[] letter) {
                taken.add(new String(letter, StandardCharsets.UTF_8));
                after.run();
            }

            @Override
            public void refuse(byte[] head, String reason) {
                refused.add(reason + "\n" + new String(head, StandardCharsets.UTF_8));
            }
        };
    }

    private void arrives(String subject, String text) {
        try {
            user.deliver(new MimeMessage(
                    Session.getInstance(new Properties()),
                    new ByteArrayInputStream(("From: a@example.org\r\nSubject: " + subject
                                    + "\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n" + text + "\r\n")
                            .getBytes(StandardCharsets.UTF_8))));
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private void markSeen() throws MessagingException {
        try (Store store = mailbox(null, 25).connect()) {
            Folder folder = store.getFolder("INBOX");
            folder.open(Folder.READ_WRITE);
            for (Message letter : folder.getMessages()) {
                letter.setFlag(Flags.Flag.SEEN, true);
            }
            folder.close(false);
        }
    }

    private List<Flags> inFolder(String name) throws MessagingException {
        try (Store store = mailbox(null, 25).connect()) {
            Folder folder = store.getFolder(name);
            folder.open(Folder.READ_ONLY);
            List<Flags> flags = new ArrayList<>();
            for (Message letter : folder.getMessages()) {
                flags.add(letter.getFlags());
            }
            return flags;
        }
    }

    private static boolean isSet(Flags flags, Flags.Flag flag) {
        return flags.contains(flag);
    }
}
