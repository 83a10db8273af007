package ru.mcu.channel.media;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.OutputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

@DisplayName("Загрузка с чужого сервера")
@Timeout(60)
class DownloadsTests {

    private static final DataSize MEGABYTE = DataSize.ofMegabytes(1);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    FileServer server;
    private final CountDownLatch testEnded = new CountDownLatch(1);
    private final Deque<String> answersOfNames = new ArrayDeque<>();

    @BeforeEach
    void start() throws Exception {
        server = new FileServer();
    }

    @AfterEach
    void stop() throws Exception {
        testEnded.countDown();
        server.close();
    }

    @Test
    @DisplayName("файл приходит целиком, в том числе без указанной длины и частями")
    void filesArrive() throws Exception {
        server.file("/plain", "содержимое".getBytes(US_ASCII));
        server.page("/open", out -> {
            out.write(FileServer.head("200 OK", "Connection: close"));
            out.write("до конца соединения".getBytes(US_ASCII));
        });
        server.page("/chunked", out -> {
            out.write(FileServer.head("200 OK", "Transfer-Encoding: chunked"));
            out.write("4\r\nabcd\r\n3\r\nefg\r\n0\r\n\r\n".getBytes(US_ASCII));
        });

        assertThat(fetched("/plain")).hasSize("содержимое".length());
        assertThat(fetched("/open")).hasSize("до конца соединения".length());
        assertThat(fetched("/chunked")).isEqualTo("abcdefg");
    }

    @Test
    @DisplayName("длина больше разрешённой: отказ до загрузки; бесконечный файл обрывается на пределе")
    void tooMuchIsRefused() {
        server.page("/declared", out -> {
            out.write(FileServer.head("200 OK", "Content-Length: 99999999999"));
            testEnded.await();
        });
        server.page("/endless", out -> {
            out.write(FileServer.head("200 OK", "Transfer-Encoding: chunked"));
            endlessly(out, "1000\r\n" + "x".repeat(0x1000) + "\r\n");
        });
        server.page("/endless-head", out -> {
            out.write("HTTP/1.1 200 OK\r\n".getBytes(US_ASCII));
            endlessly(out, "X-Header: " + "x".repeat(1000) + "\r\n");
        });

        assertFails("/declared", "файл больше 1 МБ", true);
        assertFails("/endless", "файл больше 1 МБ", true);
        assertFails("/endless-head", "", false);
        assertThat(folder.resolve("file").toFile().length()).isLessThanOrEqualTo(MEGABYTE.toBytes());
    }

    @Test
    @DisplayName("обещано больше, чем прислано, и оборванные части – не файл; прислано больше – лишнее не читается")
    void wrongLengths() throws Exception {
        server.page("/short", out -> {
            out.write(FileServer.head("200 OK", "Content-Length: 100"));
            out.write("только начало".getBytes(US_ASCII));
        });
        server.page("/cut", out -> {
            out.write(FileServer.head("200 OK", "Transfer-Encoding: chunked"));
            out.write("ff\r\nabc".getBytes(US_ASCII));
        });
        server.page("/long", out -> {
            out.write(FileServer.head("200 OK", "Content-Length: 3"));
            out.write("abcdef".getBytes(US_ASCII));
        });

        assertFails("/short", "не отвечает", false);
        assertFails("/cut", "не отвечает", false);
        assertThat(fetched("/long")).isEqualTo("abc");
    }

    @Test
    @DisplayName("по капле – не дольше общего времени, и в теле, и в заголовках; молчание – не дольше тишины")
    void slowServersAreLeft() {
        server.page("/drip", out -> {
            out.write(FileServer.head("200 OK", "Content-Length: 100000"));
            drip(out);
        });
        server.page("/drip-head", out -> {
            out.write("HTTP/1.1 200 OK\r\nX-Slow: ".getBytes(US_ASCII));
            drip(out);
        });
        server.page("/silent", out -> testEnded.await());
        MediaSettings hasty = TestSettings.settings(false, Duration.ofMillis(1500), "127.0.0.1:" + server.port());

        assertThatThrownBy(() -> fetched(hasty, server.at("/drip"))).hasMessageContaining("слишком медленно");
        assertThatThrownBy(() -> fetched(hasty, server.at("/drip-head"))).hasMessageContaining("слишком медленно");
        assertFails("/silent", "не отвечает", false);
    }

    @Test
    @DisplayName("каждый адрес перенаправления проверяется, больше трёх – отказ")
    void redirectsAreChecked() throws Exception {
        server.file("/end", "конец".getBytes(US_ASCII));
        server.redirect("/3", "/end");
        server.redirect("/2", server.at("/3").toString());
        server.redirect("/1", "2");
        server.redirect("/0", "/1");
        server.redirect("/self", "/self");
        server.page("/nowhere", out -> out.write(FileServer.head("302 Found", "Content-Length: 0")));
        server.redirect("/broken", "https://exa mple/");

        assertThat(fetched("/1")).hasSize(5);
        assertFails("/0", "с адреса на адрес", true);
        assertFails("/self", "по непонятному адресу", true);
        assertFails("/nowhere", "по непонятному адресу", true);
        assertFails("/broken", "по непонятному адресу", true);
        for (String inside : new String[] {
            "https://169.254.169.254/latest/meta-data/",
            "http://127.0.0.1:" + (server.port() + 1) + "/",
            "http://localhost/",
            "https://[::ffff:10.0.0.1]/",
            "file:///etc/passwd",
            "ftp://93.184.216.34/"
        }) {
            server.redirect("/inside", inside);
            assertFails("/inside", "куда обращаться нельзя", true);
        }
    }

    @Test
    @DisplayName(
            "имя, которое между проверкой и соединением меняет адрес, спрашивается один раз: соединяемся с проверенным")
    void theCheckedMachineIsTheOneConnectedTo() throws Exception {
        server.file("/a", "файл".getBytes(US_ASCII));
        answersOfNames.add("127.0.0.1"); // the exception; another look-up would fail the test
        MediaSettings settings = TestSettings.allowing("127.0.0.1:" + server.port());
        URI named = URI.create("http://rebinding.example:" + server.port() + "/a");

        assertThat(fetched(settings, named)).hasSize(4);
        assertThat(server.asked()).containsExactly("/a");

        answersOfNames.add("127.0.0.1");
        answersOfNames.add("10.0.0.1");
        server.redirect("/b", "http://rebinding.example:" + server.port() + "/a");
        assertThatThrownBy(() -> fetched(settings, URI.create("http://rebinding.example:" + server.port() + "/b")))
                .as("the second look-up of the redirect is checked as well")
                .hasMessageContaining("нельзя");
        assertThat(server.asked()).containsExactly("/a", "/b");
    }

    @Test
    @DisplayName("первая машина не отвечает – пробуем вторую")
    void theNextMachineIsTried() throws Exception {
        server.file("/a", "файл".getBytes(US_ASCII));
        answersOfNames.add("127.0.0.2 127.0.0.1");
        MediaSettings settings = TestSettings.allowing("127.0.0.1:" + server.port(), "127.0.0.2:" + server.port());

        assertThat(fetched(settings, URI.create("http://two.example:" + server.port() + "/a")))
                .hasSize(4);
    }

    @Test
    @DisplayName("ответы: нет файла – навсегда, ошибка сервера – повторим, сжатое не разжимается")
    void answersOfTheServer() throws Exception {
        server.page("/gone", out -> out.write(FileServer.head("410 Gone", "Content-Length: 0")));
        server.page("/error", out -> out.write(FileServer.head("503 Busy", "Content-Length: 0")));
        server.page("/empty", out -> out.write(FileServer.head("204 No Content")));
        server.page("/garbage", out -> out.write("это не HTTP".getBytes(US_ASCII)));
        server.page("/zipped", out -> {
            out.write(FileServer.head("200 OK", "Content-Encoding: gzip", "Content-Length: 4"));
            out.write(new byte[] {0x1F, (byte) 0x8B, 8, 0});
        });

        assertFails("/none", "больше нет", true);
        assertFails("/gone", "больше нет", true);
        assertFails("/error", "ответ 503", false);
        assertFails("/empty", "ответ 204", false);
        assertFails("/garbage", "не отвечает", false);
        assertThat(fetched("/zipped")).hasSize(4);
    }

    private static void endlessly(OutputStream out, String piece) throws Exception {
        byte[] bytes = piece.getBytes(US_ASCII);
        while (!Thread.currentThread().isInterrupted()) {
            out.write(bytes);
        }
    }

    private void drip(OutputStream out) throws Exception {
        while (!testEnded.await(100, java.util.concurrent.TimeUnit.MILLISECONDS)) {
            out.write('x');
            out.flush();
        }
    }

    private void assertFails(String path, String reason, boolean forever) {
        assertThatThrownBy(() -> fetched(path)).as(path).isInstanceOfSatisfying(FetchFailed.class, failed -> {
            assertThat(failed.reason()).contains(reason);
            assertThat(failed.isForever()).isEqualTo(forever);
        });
    }

    private String fetched(String path) throws Exception {
        return fetched(TestSettings.allowing("127.0.0.1:" + server.port()), server.at(path));
    }

    private String fetched(MediaSettings settings, URI address) throws Exception {
        Path file = folder.resolve("file");
        try (Downloads downloads = new Downloads(settings, new AddressGuard(settings, this::find))) {
            downloads.fetch(address, file, MEGABYTE);
        }
        return Files.readString(file, ISO_8859_1);
    }

    private InetAddress[] find(String host) throws UnknownHostException {
        if (AddressRange.isAddress(host)) {
            return InetAddress.getAllByName(host);
        }
        String[] answer = answersOfNames.remove().split(" ");
        InetAddress[] found = new InetAddress[answer.length];
        for (int i = 0; i < answer.length; i++) {
            found[i] = InetAddress.getByName(answer[i]);
        }
        return found;
    }
}
