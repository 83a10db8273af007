package ru.mcu.channel.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.util.unit.DataSize;
import ru.mcu.platform.Channel;
import ru.mcu.platform.outbox.Delivery;
import ru.mcu.platform.outbox.DeliveryResult;

@DisplayName("Отправка писем")
class MailChannelTests {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T02:00:00Z"), ZoneOffset.UTC);

    @Test
    @DisplayName("копия в ящике города есть: второй раз письмо не уходит")
    void theArchiveIsLookedAtFirst() {
        GreenMail server = new GreenMail(new ServerSetup[] {
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)
        });
        server.start();
        try {
            server.setUser("mcu@city.example", "mcu", "secret");
            MailChannel channel =
                    channel(server.getSmtp().getPort(), server.getImap().getPort());
            Delivery answer = delivery();

            assertThat(channel.deliverAgain(answer)).isInstanceOf(DeliveryResult.Delivered.class);
            DeliveryResult second = channel.deliverAgain(answer);

            assertThat(second).isInstanceOf(DeliveryResult.Delivered.class);
            assertThat(server.getReceivedMessagesForDomain("author.example"))
                    .as("the author's letter and the copy in the city's mailbox")
                    .hasSize(2);
            assertThat(channel.check()).isNull();
            server.getImap().stopService();
            assertThat(channel.deliverAgain(delivery()))
                    .isEqualTo(new DeliveryResult.Temporary(
                            "Не проверить, ушло ли письмо: почтовый ящик не открывается", null, true));
            assertThat(channel.check()).contains("Почтовый ящик");
        } finally {
            server.stop();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "REFUSES_SENDER, false",
        "CUTS_BEFORE_DATA, false",
        "CUTS_AFTER_DATA, true",
        "REFUSES_LATER, false",
    })
    @DisplayName("обрыв после передачи письма – может быть дошло; до неё или с отказом сервера – точно нет")
    void theServerTellsHowFarALetterCame(String misdeed, boolean maybeArrived) throws IOException {
        try (BadSmtp server = new BadSmtp(misdeed)) {
            DeliveryResult result = channel(server.port(), 1).deliver(delivery());

            assertThat(result)
                    .isEqualTo(new DeliveryResult.Temporary("Почтовый сервер сейчас не отвечает", null, maybeArrived));
        }
    }

    @Test
    @DisplayName("сервер прочитал письмо и отказал насовсем: решает человек; нет сервера – точно не ушло")
    void refusedForGood() throws IOException {
        int port;
        try (BadSmtp server = new BadSmtp("REFUSES_FOR_GOOD")) {
            port = server.port();
            assertThat(channel(port, 1).deliver(delivery())).isInstanceOf(DeliveryResult.Permanent.class);
        }
        assertThat(channel(port, 1).deliver(delivery()))
                .isEqualTo(new DeliveryResult.Temporary("Почтовый сервер сейчас не отвечает", null, false));
    }

    @Test
    @DisplayName("по Message-ID нашего письма находится, что мы отправляли")
    void ownLettersNameWhatTheyCarry() {
        Delivery answer = delivery();
        OwnLetterId id = OwnLetterId.of(answer, "mcu@city.example");

        assertThat(OwnLetterId.parse(id.value())).contains(id);
        assertThat(OwnLetterId.in("Original message: " + id.value() + " bounced"))
                .containsExactly(id);
        assertThat(OwnLetterId.parse("<someone@else.example>")).isEmpty();
    }

    private static Delivery delivery() {
        return new Delivery(
                UUID.randomUUID(),
                Channel.MAIL,
                "a@author.example",
                "<q@author.example>",
                null,
                "Ответ",
                "key-" + UUID.randomUUID());
    }

    private static MailChannel channel(int smtpPort, int imapPort) {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(smtpPort);
        sender.getJavaMailProperties().setProperty("mail.smtp.timeout", "5000");
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        beans.addBean("sender", sender);
        MailSettings settings = new MailSettings(
                "mcu@city.example",
                true,
                new ImapSettings(
                        "127.0.0.1",
                        imapPort,
                        false,
                        "mcu",
                        "secret",
                        "INBOX",
                        null,
                        DataSize.ofMegabytes(25),
                        Duration.ofMinutes(1),
                        false,
                        Duration.ofSeconds(5)));
        return new MailChannel(beans.getBeanProvider(JavaMailSender.class), settings, new Mailbox(settings), CLOCK);
    }

    /** Speaks as much SMTP as is needed to fail at one chosen point. */
    private static final class BadSmtp implements AutoCloseable {

        private final ServerSocket socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        private final String misdeed;

        BadSmtp(String misdeed) throws IOException {
            this.misdeed = misdeed;
            Thread thread = new Thread(this::serve, "bad-smtp");
            thread.setDaemon(true);
            thread.start();
        }

        int port() {
            return socket.getLocalPort();
        }

        private void serve() {
            while (!socket.isClosed()) {
                try (Socket client = socket.accept()) {
                    talk(client);
                } catch (IOException closed) {
                    continue;
                }
            }
        }

        private void talk(Socket client) throws IOException {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
            say(client, "220 bad");
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.startsWith("MAIL") && misdeed.equals("REFUSES_SENDER")) {
                    say(client, "451 later");
                } else if (line.startsWith("DATA")) {
                    if (misdeed.equals("CUTS_BEFORE_DATA")) {
                        return;
                    }
                    say(client, "354 go");
                    while (!".".equals(in.readLine())) {
                        continue;
                    }
                    switch (misdeed) {
                        case "REFUSES_LATER" -> say(client, "451 busy");
                        case "REFUSES_FOR_GOOD" -> say(client, "554 spam");
                        default -> {
                            return;
                        }
                    }
                } else if (line.startsWith("QUIT")) {
                    say(client, "221 bye");
                    return;
                } else {
                    say(client, "250 ok");
                }
            }
        }

        private static void say(Socket client, String line) throws IOException {
            OutputStream out = client.getOutputStream();
            out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
            out.flush();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
