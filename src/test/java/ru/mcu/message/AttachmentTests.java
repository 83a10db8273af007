package ru.mcu.message;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.ResponseEntity;
import ru.mcu.Staff;
import ru.mcu.WholeApplication;
import ru.mcu.channel.imports.Uploads;
import ru.mcu.platform.Channel;

@WholeApplication
@DisplayName("Файлы сообщения")
class AttachmentTests {

    @Autowired
    TestRestTemplate rest;

    @Autowired
    Staff staff;

    UUID message;
    Uploads uploads;

    @BeforeEach
    void aMessage() {
        message = staff.citizenWrites(Channel.VK, "На детской площадке сломаны качели, фото приложу");
        uploads = new Uploads(rest);
    }

    @Test
    @DisplayName("фото принимается без EXIF и повёрнутым, как снято; показывается, но ничего не запускает")
    void photosLoseTheirMetadata() throws Exception {
        byte[] photo = withExif(picture("jpeg", 40, 20));
        assertThat(new String(photo, StandardCharsets.ISO_8859_1))
                .contains("Exif")
                .contains("GPS-53.5N");

        var added = attach("качели.jpg", photo);
        assertThat(added.getStatusCode().value()).as("%s", added.getBody()).isEqualTo(200);
        ResponseEntity<byte[]> file = file("im", added);

        byte[] kept = Objects.requireNonNull(file.getBody());
        assertThat(new String(kept, StandardCharsets.ISO_8859_1))
                .doesNotContain("Exif")
                .doesNotContain("GPS");
        BufferedImage upright = ImageIO.read(new ByteArrayInputStream(kept));
        assertThat(upright.getWidth()).isEqualTo(20);
        assertThat(upright.getHeight()).isEqualTo(40);
        assertThat(file.getHeaders().getFirst("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(file.getHeaders().get("Content-Security-Policy")).anyMatch(it -> it.contains("sandbox"));
        assertThat(file.getHeaders().getFirst("Content-Disposition")).startsWith("inline");
        assertThat(file.getHeaders().getCacheControl()).contains("no-store");
    }

    @Test
    @DisplayName("PDF, DOCX и XLSX принимаются по содержимому, скачиваются файлом и получают своё расширение")
    void documentsAreDownloaded() throws Exception {
        for (Named document : new Named[] {
            new Named("договор.pdf", "%PDF-1.7\n%%EOF".getBytes(StandardCharsets.US_ASCII), "application/pdf"),
            new Named("письмо.docx", docx(), "wordprocessingml.document"),
            new Named("смета.xlsx", xlsx(), "spreadsheetml.sheet"),
            new Named("страница.html", "%PDF-1.7 <script>".getBytes(StandardCharsets.US_ASCII), "application/pdf")
        }) {
            var added = attach(document.name(), document.content());
            assertThat(added.getStatusCode().value())
                    .as("%s %s", document.name(), added.getBody())
                    .isEqualTo(200);
            ResponseEntity<byte[]> file = file("im", added);
            assertThat(file.getBody()).isEqualTo(document.content());
            assertThat(String.valueOf(file.getHeaders().getContentType())).contains(document.type());
            assertThat(file.getHeaders().getFirst("Content-Disposition")).startsWith("attachment");
            assertThat(Objects.requireNonNull(added.getBody()).path("fileName").asText())
                    .doesNotEndWith(".html");
        }
    }

    @Test
    @DisplayName("страницы, программы, архивы и документы с макросами под видом фото отклоняются с советом")
    void disguisedFilesAreRefused() throws Exception {
        for (byte[] content : new byte[][] {
            "<html><script>alert(1)</script>".getBytes(StandardCharsets.UTF_8),
            "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>".getBytes(StandardCharsets.UTF_8),
            "MZ\u0090\u0000".getBytes(StandardCharsets.ISO_8859_1),
            zip("вирус.exe"),
            zip("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"),
            {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, 1, 2, 3},
            {}
        }) {
            var refused = attach("фото.jpg", content);
            assertThat(refused.getStatusCode().value()).isEqualTo(422);
            assertThat(Objects.requireNonNull(refused.getBody())
                            .path("errors")
                            .path(0)
                            .path("message")
                            .asText())
                    .containsPattern("[Пп]риложите|приложить");
        }
        byte[] tooLarge = new byte[20 * 1024 * 1024 + 1];
        System.arraycopy("%PDF-".getBytes(StandardCharsets.US_ASCII), 0, tooLarge, 0, 5);
        assertThat(attach("большой.pdf", tooLarge).getStatusCode().value()).isEqualTo(422);
    }

    @Test
    @DisplayName("файл виден тому, кому видно сообщение, и никому больше")
    void filesFollowTheirMessage() throws Exception {
        var added = attach("качели.png", picture("png", 8, 8));
        assertThat(file("im", added).getStatusCode().value()).isEqualTo(200);
        assertThat(file("ispolnitel-education", added).getStatusCode().value()).isEqualTo(404);
        assertThat(uploads.post(
                                "ispolnitel-education",
                                "/api/messages/" + message + "/attachments?role=MESSAGE",
                                "x.png",
                                picture("png", 8, 8))
                        .getStatusCode()
                        .value())
                .isEqualTo(404);
        assertThat(rest.getForEntity(url(added), byte[].class).getStatusCode().value())
                .isEqualTo(401);
    }

    private ResponseEntity<JsonNode> attach(String name, byte[] content) {
        return uploads.post("im", "/api/messages/" + message + "/attachments?role=MESSAGE", name, content);
    }

    private ResponseEntity<byte[]> file(String user, ResponseEntity<JsonNode> added) {
        return rest.withBasicAuth(user, "mcu-demo").getForEntity(url(added), byte[].class);
    }

    private static String url(ResponseEntity<JsonNode> added) {
        return Objects.requireNonNull(added.getBody()).path("url").asText();
    }

    private static byte[] picture(String format, int width, int height) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format, out);
        return out.toByteArray();
    }

    /** Adds an APP1 segment: turned by 90°, and a text standing for the place of shooting. */
    private static byte[] withExif(byte[] jpeg) {
        ByteArrayOutputStream exif = new ByteArrayOutputStream();
        exif.writeBytes("Exif\0\0".getBytes(StandardCharsets.ISO_8859_1));
        exif.writeBytes(
                new byte[] {'M', 'M', 0, 42, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0});
        exif.writeBytes("GPS-53.5N".getBytes(StandardCharsets.ISO_8859_1));
        int length = exif.size() + 2;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(jpeg, 0, 2);
        out.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xE1, (byte) (length >> 8), (byte) length});
        out.writeBytes(exif.toByteArray());
        out.write(jpeg, 2, jpeg.length - 2);
        return out.toByteArray();
    }

    private static byte[] docx() throws Exception {
        try (XWPFDocument document = new XWPFDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            document.createParagraph().createRun().setText("Письмо");
            document.write(out);
            return out.toByteArray();
        }
    }

    private static byte[] xlsx() throws Exception {
        try (XSSFWorkbook book = new XSSFWorkbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            book.createSheet("Смета");
            book.write(out);
            return out.toByteArray();
        }
    }

    private static byte[] zip(String... entries) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (String entry : entries) {
                zip.putNextEntry(new ZipEntry(entry));
                zip.write(1);
            }
        }
        return out.toByteArray();
    }

    private record Named(String name, byte[] content, String type) {}
}
