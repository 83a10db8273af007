package ru.mcu.channel.media;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import ru.mcu.Staff;
import ru.mcu.WholeApplication;
import ru.mcu.channel.FileSource;
import ru.mcu.channel.RemoteFile;
import ru.mcu.message.Attachments;
import ru.mcu.message.FileCheck;
import ru.mcu.message.FileSettings;
import ru.mcu.message.MessageCard;
import ru.mcu.message.MessageCards;
import ru.mcu.message.Samples;
import ru.mcu.platform.Channel;
import ru.mcu.platform.Ids;
import ru.mcu.platform.TestClock;
import ru.mcu.platform.audit.AuditEntry;
import ru.mcu.platform.audit.AuditTrail;
import ru.mcu.platform.scan.ClamdServer;
import ru.mcu.platform.scan.ScanSettings;
import ru.mcu.platform.scan.VirusScan;

@WholeApplication
@DisplayName("Файлы каналов: от адреса до карточки")
class MediaWorkerTests {

    private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");
    private static final String OPERATOR = "im";

    @Autowired
    WantedFiles wanted;

    @Autowired
    FileSettings limits;

    @Autowired
    Attachments attachments;

    @Autowired
    MessageCards cards;

    @Autowired
    AuditTrail audit;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    TestClock clock;

    @Autowired
    Staff staff;

    @Autowired
    TestRestTemplate rest;

    @Autowired
    JdbcClient database;

    FileServer server;
    UUID message;
    private final List<MediaWorker> nodes = new ArrayList<>();
    private final List<Downloads> downloads = new ArrayList<>();

    @BeforeEach
    void aMessageOfACitizen() throws Exception {
        clock.set(NOW);
        database.sql("update mcu.remote_file set status = 'REFUSED', note = '-' where status <> 'KEPT'")
                .update();
        server = new FileServer();
        message = staff.citizenWrites(Channel.VK, "Яма на дороге, снял её на телефон");
    }

    @AfterEach
    void timeRuns() throws Exception {
        for (MediaWorker node : nodes) {
            node.stop();
        }
        for (Downloads each : downloads) {
            each.close();
        }
        server.close();
        clock.reset();
    }

    @Test
    @DisplayName("фото загружается и видно в карточке с просмотром; негодное – с причиной; остальное – «загружается»")
    void fromTheAddressToTheCard() throws Exception {
        server.file("/photo", Samples.jpeg(1000, 500));
        server.file("/movie", Samples.movie("isom"));
        server.file("/page", "<html>".getBytes(US_ASCII));
        expect("1", RemoteFile.Kind.PHOTO, server.at("/photo").toString(), null);
        expect("2", RemoteFile.Kind.VIDEO, server.at("/movie").toString(), "яма.avi");
        expect("3", RemoteFile.Kind.DOCUMENT, server.at("/page").toString(), "акт.pdf");
        expect("4", RemoteFile.Kind.PHOTO, "https://169.254.169.254/latest", null);
        expect("5", RemoteFile.Kind.PHOTO, server.at("/gone").toString(), null);
        server.page("/later", out -> out.write(FileServer.head("503 Busy", "Content-Length: 0")));
        expect("6", RemoteFile.Kind.VOICE, server.at("/later").toString(), null);
        assertThat(notes()).containsOnly("Файл загружается").hasSize(6);

        assertThat(node(null).workOff()).isEqualTo(6);

        assertThat(card())
                .extracting(it -> it.fileName() + ": " + it.note())
                .containsExactlyInAnyOrder(
                        "фото.jpg: null",
                        "яма.avi.mp4: null",
                        "акт.pdf: Не принят: такие файлы не принимаются; можно приложить фото (JPEG, PNG, WebP, GIF), видео"
                                + " (MP4, MOV, WebM), звук (OGG, MP3, M4A), PDF, DOCX или XLSX",
                        "фото: Не принят: файл лежит по адресу, куда обращаться нельзя",
                        "фото: Не принят: файла по этому адресу больше нет",
                        "голосовое сообщение: Файл загружается");
        MessageCard.AttachmentView photo = named("фото.jpg");
        assertThat(photo.image()).isTrue();
        var small = rest.withBasicAuth(OPERATOR, "mcu-demo")
                .getForEntity(Objects.requireNonNull(photo.previewUrl()), byte[].class);
        assertThat(small.getStatusCode().value()).isEqualTo(200);
        assertThat(String.valueOf(small.getHeaders().getContentType())).isEqualTo("image/jpeg");
        assertThat(small.getHeaders().getFirst("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(rest.withBasicAuth("ispolnitel-education", "mcu-demo")
                        .getForEntity(photo.previewUrl(), byte[].class)
                        .getStatusCode()
                        .value())
                .isEqualTo(404);
        var movie = rest.withBasicAuth(OPERATOR, "mcu-demo")
                .getForEntity(Objects.requireNonNull(named("яма.avi.mp4").url()), byte[].class);
        assertThat(movie.getHeaders().getFirst("Content-Disposition")).startsWith("attachment");
        assertThat(movie.getBody()).hasSize(Samples.movie("isom").length);
    }

    @Test
    @DisplayName("не вышло – повтор через всё большее время; после последней попытки – причина в карточке")
    void failuresAreTriedAgainLessAndLessOften() throws Exception {
        server.page("/busy", out -> out.write(FileServer.head("500 Oops", "Content-Length: 0")));
        expect("1", RemoteFile.Kind.PHOTO, server.at("/busy").toString(), null);
        MediaWorker node = node(null);

        assertThat(node.workOff()).isEqualTo(1);
        assertThat(node.workOff()).as("not before its time").isZero();
        clock.set(NOW.plusSeconds(30));
        assertThat(node.workOff()).isEqualTo(1);
        clock.set(NOW.plusSeconds(60));
        assertThat(node.workOff()).isZero();
        clock.set(NOW.plusSeconds(90));
        assertThat(node.workOff()).isEqualTo(1);

        assertThat(notes()).containsExactly("Не принят: не удалось загрузить: сервер не отдаёт файл (ответ 500)");
        clock.set(NOW.plus(Duration.ofDays(1)));
        assertThat(node.workOff()).isZero();
    }

    @Test
    @DisplayName("два узла сразу: каждый файл загружен один раз")
    void twoNodesFetchEachFileOnce() throws Exception {
        for (int i = 0; i < 24; i++) {
            server.file("/" + i, Samples.png(4 + i, 4));
            expect("many-" + i, RemoteFile.Kind.PHOTO, server.at("/" + i).toString(), i + ".png");
        }
        MediaWorker first = node(null);
        MediaWorker second = node(null);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            CyclicBarrier start = new CyclicBarrier(2);
            List<Future<Integer>> work =
                    threads.invokeAll(List.of(() -> workOff(first, start), () -> workOff(second, start)));
            assertThat(work.get(0).get(1, TimeUnit.MINUTES) + work.get(1).get(1, TimeUnit.MINUTES))
                    .isEqualTo(24);
        } finally {
            threads.shutdownNow();
        }

        assertThat(server.asked()).hasSize(24).doesNotHaveDuplicates();
        assertThat(card()).hasSize(24).allMatch(it -> it.note() == null);
    }

    private static int workOff(MediaWorker node, CyclicBarrier start) throws Exception {
        start.await(10, TimeUnit.SECONDS);
        return node.workOff();
    }

    @Test
    @Timeout(60)
    @DisplayName("один медленный сервер не держит остальные файлы")
    void aSlowServerHoldsUpNobody() throws Exception {
        CountDownLatch slowIsAsked = new CountDownLatch(1);
        CountDownLatch quickIsAsked = new CountDownLatch(1);
        CountDownLatch enough = new CountDownLatch(1);
        server.page("/slow", out -> {
            slowIsAsked.countDown();
            enough.await();
        });
        server.page("/quick", out -> quickIsAsked.countDown());
        MediaWorker node = node(null);
        expect("1", RemoteFile.Kind.PHOTO, server.at("/slow").toString(), null);
        node.poll();
        slowIsAsked.await();
        expect("2", RemoteFile.Kind.PHOTO, server.at("/quick").toString(), null);

        while (!quickIsAsked.await(20, TimeUnit.MILLISECONDS)) {
            node.poll();
        }
        enough.countDown();
    }

    @Test
    @DisplayName(
            "узел умер между загрузкой и записью: файл загружен снова, а сохранён один раз; опоздавший ничего не портит")
    void aDeadNodesFileIsKeptOnce() throws Exception {
        server.file("/photo", Samples.png(4, 4));
        expect("1", RemoteFile.Kind.PHOTO, server.at("/photo").toString(), "яма.png");
        MediaWorker dead = node(null);
        MediaWorker other = node(null);
        Wanted claimed = dead.claim().orElseThrow();
        assertThat(other.workOff()).as("still the dead node's").isZero();

        clock.set(NOW.plus(Duration.ofMinutes(10)).plusSeconds(1));
        assertThat(other.workOff()).isEqualTo(1);
        dead.attempt(claimed); // was only slow

        assertThat(server.asked()).hasSize(2);
        assertThat(card()).extracting(MessageCard.AttachmentView::fileName).containsExactly("яма.png");
        assertThat(database.sql("select count(*) from mcu.attachment where message_id = :id")
                        .param("id", message)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    @DisplayName("вирус: отказ с его именем и запись в истории")
    void infectedFilesAreRefusedAndAudited() throws Exception {
        server.file("/virus", ("%PDF-1.7 " + ClamdServer.EICAR).getBytes(US_ASCII));
        expect("1", RemoteFile.Kind.DOCUMENT, server.at("/virus").toString(), "акт.pdf");
        try (ClamdServer clamd = new ClamdServer()) {
            node(clamd.address()).workOff();
        }

        assertThat(notes()).containsExactly("Не принят: найден вирус Eicar-Signature");
        assertThat(audit.of(message))
                .filteredOn(entry -> entry.action().equals("Файл не принят"))
                .extracting(AuditEntry::reason)
                .containsExactly("найден вирус Eicar-Signature");
    }

    @Test
    @DisplayName("канал называет адрес сам или отдаёт содержимое; заявленный размер проверяется до загрузки")
    void channelsKnowTheirFiles() throws Exception {
        server.file("/resolved", Samples.png(4, 4));
        expect("1", RemoteFile.Kind.PHOTO, "id-1", "a.png");
        expect("2", RemoteFile.Kind.PHOTO, "letter-1", "b.png");
        UUID large = expect("3", RemoteFile.Kind.VIDEO, server.at("/large").toString(), "c.mp4");
        database.sql("update mcu.remote_file set size = 999999999 where id = :id")
                .param("id", large)
                .update();

        node(null).workOff();

        assertThat(card())
                .extracting(it -> it.fileName() + ": " + it.note())
                .containsExactlyInAnyOrder("a.png: null", "b.png: null", "c.mp4: Не принят: файл больше 50 МБ");
        assertThat(server.asked()).containsExactly("/resolved");
    }

    private final class VkFiles implements FileSource {

        @Override
        public Channel channel() {
            return Channel.VK;
        }

        @Override
        public URI address(String handle) {
            assertThat(handle).isEqualTo("id-1");
            return server.at("/resolved");
        }

        @Override
        public @Nullable InputStream content(String handle) {
            return handle.startsWith("letter-") ? new ByteArrayInputStream(Samples.png(5, 5)) : null;
        }
    }

    private MediaWorker node(@Nullable String clamd) {
        MediaSettings settings = TestSettings.allowing("127.0.0.1:" + server.port());
        Downloads client = new Downloads(settings, new AddressGuard(settings, InetAddress::getAllByName));
        downloads.add(client);
        FileCheck check = new FileCheck(limits, new VirusScan(new ScanSettings(clamd, Duration.ofSeconds(5))));
        MediaWorker node = new MediaWorker(
                wanted,
                new Fetching(List.of(new VkFiles()), client, limits),
                check,
                attachments,
                audit,
                settings,
                new FileSettings(limits.photo(), limits.video(), limits.voice(), limits.document(), true),
                transaction,
                clock);
        nodes.add(node);
        return node;
    }

    private UUID expect(String key, RemoteFile.Kind kind, String handle, @Nullable String name) {
        UUID id = Ids.next();
        database.sql("""
                insert into mcu.remote_file (id, message_id, channel, file_key, kind, handle, file_name, status,
                                             next_attempt_at, added_at)
                values (:id, :message, 'vk', :key, :kind, :handle, :name, 'WAITING', :now, :now)""")
                .param("id", id)
                .param("message", message)
                .param("key", key)
                .param("kind", kind.name())
                .param("handle", handle)
                .param("name", name)
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
        return id;
    }

    private List<MessageCard.AttachmentView> card() {
        return staff.as(OPERATOR, () -> cards.card(message).attachments());
    }

    private List<String> notes() {
        return card().stream().map(it -> String.valueOf(it.note())).toList();
    }

    private MessageCard.AttachmentView named(String name) {
        return card().stream()
                .filter(it -> it.fileName().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
