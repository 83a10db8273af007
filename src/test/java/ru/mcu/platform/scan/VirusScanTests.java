package ru.mcu.platform.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.ByteArrayResource;
import ru.mcu.platform.StartRefused;

@DisplayName("Проверка на вирусы")
class VirusScanTests {

    ClamdServer clamd;

    @BeforeEach
    void start() throws Exception {
        clamd = new ClamdServer();
    }

    @AfterEach
    void stop() throws Exception {
        clamd.close();
    }

    @Test
    @DisplayName("чистый файл проходит, пробный вирус назван, большой файл идёт частями")
    void cleanAndInfected() throws Exception {
        assertThat(scan("обычный текст")).isEqualTo(new ScanResult.Clean());
        assertThat(scan(ClamdServer.EICAR)).isEqualTo(new ScanResult.Infected("Eicar-Signature"));
        String far = "x".repeat(3_000_000) + ClamdServer.EICAR;
        assertThat(scan(far)).isEqualTo(new ScanResult.Infected("Eicar-Signature"));
        assertThat(clamd.longestChunk()).isEqualTo(64 * 1024);
    }

    @Test
    @DisplayName("молчание, обрыв, отказ и пустой адрес – «неизвестно», а не «чисто»")
    void troubleIsNeverClean() throws Exception {
        for (ClamdServer.Mood mood :
                new ClamdServer.Mood[] {ClamdServer.Mood.SILENT, ClamdServer.Mood.BREAKS_OFF, ClamdServer.Mood.TOO_LONG
                }) {
            clamd.is(mood);
            assertThat(scan("x".repeat(1_000_000))).as("%s", mood).isEqualTo(new ScanResult.Unavailable());
        }
        String gone = clamd.address();
        clamd.close();
        assertThat(at(gone).scan(resource("x"))).isEqualTo(new ScanResult.Unavailable());
        assertThat(at("clamav.invalid:3310").scan(resource("x"))).isEqualTo(new ScanResult.Unavailable());
    }

    @Test
    @DisplayName("без настройки файлы не проверяются; непонятный адрес не даёт запуститься")
    void offByDefault() throws Exception {
        assertThat(at(null).scan(resource(ClamdServer.EICAR))).isEqualTo(new ScanResult.Clean());
        assertThat(at(" ").scan(resource(ClamdServer.EICAR))).isEqualTo(new ScanResult.Clean());
        assertThatThrownBy(() -> at("clamav")).isInstanceOf(StartRefused.class).hasMessageContaining("mcu.media.clamd");
    }

    @Test
    @DisplayName("clamd на том же компьютере – через сокет UNIX")
    void unixSocket(@TempDir Path folder) throws Exception {
        Path path = folder.resolve("clamd.ctl");
        try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(path));
            CompletableFuture<Void> one = CompletableFuture.runAsync(() -> answerOnce(server));
            assertThat(at("unix:" + path).scan(resource(ClamdServer.EICAR)))
                    .isEqualTo(new ScanResult.Infected("Eicar-Signature"));
            one.join();
        }
    }

    private void answerOnce(ServerSocketChannel server) {
        try (SocketChannel client = server.accept()) {
            String reply = clamd.converse(Channels.newInputStream(client)) + "\0";
            client.write(ByteBuffer.wrap(reply.getBytes(StandardCharsets.US_ASCII)));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private ScanResult scan(String content) throws Exception {
        return at(clamd.address()).scan(resource(content));
    }

    private static VirusScan at(@Nullable String address) {
        return new VirusScan(new ScanSettings(address, Duration.ofSeconds(1)));
    }

    private static ByteArrayResource resource(String content) {
        return new ByteArrayResource(content.getBytes(StandardCharsets.UTF_8));
    }
}
