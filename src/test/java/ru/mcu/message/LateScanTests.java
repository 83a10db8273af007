package ru.mcu.message;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import ru.mcu.Staff;
import ru.mcu.WholeApplication;
import ru.mcu.platform.Channel;
import ru.mcu.platform.TestClock;
import ru.mcu.platform.audit.AuditTrail;
import ru.mcu.platform.scan.ClamdServer;
import ru.mcu.platform.scan.ScanSettings;
import ru.mcu.platform.scan.VirusScan;

@WholeApplication
@DisplayName("Файл, принятый без антивируса")
class LateScanTests {

    private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");

    @Autowired
    JdbcClient database;

    @Autowired
    AttachmentStore store;

    @Autowired
    Attachments attachments;

    @Autowired
    MessageCards cards;

    @Autowired
    AuditTrail audit;

    @Autowired
    FileSettings settings;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    TestClock clock;

    @Autowired
    Staff staff;

    @Autowired
    TestRestTemplate rest;

    UUID message;

    @BeforeEach
    void aMessage() {
        clock.set(NOW);
        message = staff.citizenWrites(Channel.VK, "На площадке сломаны качели, прилагаю акт");
    }

    @AfterEach
    void timeRuns() {
        clock.reset();
    }

    @Test
    @DisplayName("не виден, пока не проверен; чистый появляется целым, заражённый исчезает с записью в истории")
    void isShownOnlyAfterAScan(@TempDir Path folder) throws Exception {
        byte[] clean = Arrays.copyOf("%PDF-1.7 чисто".getBytes(US_ASCII), 700_000);
        byte[] infected = Arrays.copyOf("%PDF-1.7 ".getBytes(US_ASCII), 600_000);
        byte[] virus = ClamdServer.EICAR.getBytes(US_ASCII);
        System.arraycopy(virus, 0, infected, AttachmentStore.PIECE - 10, virus.length); // across two pieces
        try (ClamdServer clamd = new ClamdServer()) {
            clamd.is(ClamdServer.Mood.BREAKS_OFF);
            VirusScan antivirus = new VirusScan(new ScanSettings(clamd.address(), Duration.ofSeconds(5)));
            UUID good = keep(antivirus, Files.write(folder.resolve("good"), clean));
            UUID bad = keep(antivirus, Files.write(folder.resolve("bad"), infected));
            LateScans scans = new LateScans(database, store, antivirus, audit, settings, transaction, clock);
            assertThat(scans.workOff()).isZero();
            assertThat(note(good)).isEqualTo("Проверяется на вирусы");
            assertThat(statusFor(good)).isEqualTo(404);

            clamd.is(ClamdServer.Mood.WELL);
            clock.set(NOW.plus(Duration.ofMinutes(3)));
            assertThat(scans.workOff()).isEqualTo(2);

            assertThat(note(good)).isEqualTo("null");
            assertThat(rest.withBasicAuth("im", "mcu-demo")
                            .getForEntity(Attachments.url(good), byte[].class)
                            .getBody())
                    .isEqualTo(clean);
            assertThat(note(bad)).isEqualTo("Не принят: найден вирус Eicar-Signature");
            assertThat(statusFor(bad)).isEqualTo(404);
            assertThat(database.sql("select count(*) from mcu.attachment_piece where attachment_id = :id")
                            .param("id", bad)
                            .query(Integer.class)
                            .single())
                    .isZero();
            assertThat(audit.of(message)).anyMatch(entry -> entry.action().equals("Файл не принят"));
        }
    }

    private UUID keep(VirusScan antivirus, Path file) throws Exception {
        CheckedFile checked = new FileCheck(settings, antivirus).check(file, "акт.pdf");
        return attachments.keep(message, Attachments.Role.MESSAGE, checked).id();
    }

    private int statusFor(UUID id) {
        return rest.withBasicAuth("im", "mcu-demo")
                .getForEntity(Attachments.url(id), byte[].class)
                .getStatusCode()
                .value();
    }

    private String note(UUID id) {
        return staff.as("im", () -> cards.card(message)).attachments().stream()
                .filter(it -> it.id().equals(id))
                .map(it -> String.valueOf(it.note()))
                .findFirst()
                .orElseThrow();
    }
}
