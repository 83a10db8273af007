package ru.mcu.message;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;
import ru.mcu.platform.scan.ClamdServer;
import ru.mcu.platform.scan.ScanSettings;
import ru.mcu.platform.scan.VirusScan;
import ru.mcu.survey.photo.Pictures;

@DisplayName("Какие файлы принимаются и что с ними делается")
class FileCheckTests {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    @DisplayName("тип узнаётся по содержимому; имя получает своё расширение")
    void theContentTellsTheType() throws Exception {
        assertThat(check("что-то", Samples.jpeg(8, 8))).isEqualTo("image/jpeg что-то.jpg");
        assertThat(check("a.png", Samples.png(8, 8))).isEqualTo("image/png a.png");
        assertThat(check("a.gif", Pictures.file(Pictures.redAndBlue(8, 8), "gif")))
                .isEqualTo("image/png a.gif.png");
        assertThat(check("a.webp", Samples.WEBP)).isEqualTo("image/jpeg a.webp.jpg");
        assertThat(check("видео", Samples.movie("isom"))).isEqualTo("video/mp4 видео.mp4");
        assertThat(check("видео", Samples.movie("qt  "))).isEqualTo("video/quicktime видео.mov");
        assertThat(check("видео", Samples.movie("3gp5"))).isEqualTo("video/3gpp видео.3gp");
        assertThat(check("голос", Samples.movie("M4A "))).isEqualTo("audio/mp4 голос.m4a");
        assertThat(check("a.html", Samples.webm())).isEqualTo("video/webm a.html.webm");
        assertThat(check("голос", Samples.voice())).isEqualTo("audio/ogg голос.ogg");
        assertThat(check("звук", "ID3\u0004\0\0".getBytes(ISO_8859_1))).isEqualTo("audio/mpeg звук.mp3");
        assertThat(check("звук.mp3", "\u00ff\u00fb\u0090\u0064".getBytes(ISO_8859_1)))
                .isEqualTo("audio/mpeg звук.mp3");
        assertThat(check("../../etc/passwd", "%PDF-1.7".getBytes(US_ASCII)))
                .isEqualTo("application/pdf .._.._etc_passwd.pdf");
        assertThat(check("файл\u202Efdp.exe", "%PDF-1.7".getBytes(US_ASCII)))
                .isEqualTo("application/pdf файл_fdp.exe.pdf");
    }

    @Test
    @DisplayName("остальное не принимается, и сказано почему")
    void theRestIsRefusedWithAReason() throws Exception {
        assertRefused(new byte[0], "файл пустой");
        assertRefused("<html><script>alert(1)</script>".getBytes(US_ASCII), "такие файлы не принимаются");
        assertRefused("<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(US_ASCII), "такие файлы не принимаются");
        assertRefused("MZ\u0090\0".getBytes(ISO_8859_1), "такие файлы не принимаются");
        assertRefused("просто текст".getBytes(ISO_8859_1), "такие файлы не принимаются");
        assertRefused("\0\0\0\u0018ftypheic\0\0\0\0".getBytes(ISO_8859_1), "HEIC");
        assertRefused("\0\0\0\u0018ftypavif\0\0\0\0".getBytes(ISO_8859_1), "HEIC");
        assertRefused(Samples.zip("readme.txt", "x"), "архивы не принимаются");
        assertRefused("PK\u0003\u0004 cut off".getBytes(ISO_8859_1), "повреждён");
        assertRefused(Arrays.copyOf(Samples.jpeg(40, 40), 200), "картинка повреждена");
        assertRefused(Arrays.copyOf(Samples.movie("isom"), 60), "видео или звук повреждены");
        byte[] large = Arrays.copyOf("%PDF-".getBytes(US_ASCII), 1024 * 1024 + 1);
        assertRefused(large, "больше 1 МБ");
    }

    @Test
    @DisplayName("картинка-бомба по числу точек и по сжатому тексту не разворачивается в памяти")
    void picturesThatGrowAreRefused() throws Exception {
        byte[] png = Samples.png(1, 1);
        ByteBuffer header = ByteBuffer.wrap(png);
        header.putInt(16, 60_000).putInt(20, 60_000);
        header.putInt(29, crc(png, 12, 17));
        assertRefused(png, "слишком велика");
        assertRefused(Samples.hugeGif(), "картинка повреждена или слишком велика");

        byte[] small = Samples.png(4, 4);
        byte[] text = deflatedZeros(200 * 1024 * 1024);
        ByteBuffer chunk = ByteBuffer.allocate(text.length + 6 + 12);
        chunk.putInt(text.length + 6).put("zTXtabcd\0\0".getBytes(US_ASCII)).put(text);
        chunk.putInt(crc(chunk.array(), 4, text.length + 10));
        byte[] withText = ByteBuffer.allocate(small.length + chunk.capacity())
                .put(small, 0, 33)
                .put(chunk.array())
                .put(small, 33, small.length - 33)
                .array();
        assertThat(check("a.png", withText)).startsWith("image/png");
        assertThat(Files.size(folder.resolve("file"))).as("the text is gone").isLessThan(1000);
    }

    @Test
    @DisplayName("документ-бомба: слишком много частей или слишком много сжатых данных")
    void documentsThatGrowAreRefused() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.setLevel(Deflater.BEST_SPEED);
            zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            byte[] zeros = new byte[1024 * 1024];
            for (int i = 0; i < 301; i++) {
                zip.write(zeros);
            }
        }
        assertThat(refusal(out.toByteArray(), 5)).contains("слишком много сжатых данных");

        ByteArrayOutputStream many = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(many)) {
            zip.setMethod(ZipOutputStream.DEFLATED);
            for (int i = 0; i < 10_001; i++) {
                zip.putNextEntry(new ZipEntry("x" + i));
            }
        }
        assertThat(refusal(many.toByteArray(), 5)).contains("слишком много сжатых данных");
    }

    @Test
    @DisplayName("фото: без EXIF, повёрнуто, с просмотром не больше 480 точек; очень большое уменьшено")
    void photosAreCleanedAndSmall() throws Exception {
        byte[] photo = Pictures.withExif(Samples.jpeg(1000, 500), 6, "GPS-53.5N");
        CheckedFile checked = checked("a.jpg", photo, 1);

        byte[] kept = Files.readAllBytes(checked.content());
        assertThat(new String(kept, ISO_8859_1)).doesNotContain("Exif", "GPS");
        assertThat(checked.size()).isEqualTo(kept.length);
        assertThat(sizeOf(kept)).isEqualTo("500x1000");
        assertThat(sizeOf(checked.preview())).isEqualTo("240x480");
        assertThat(sizeOf(checked("b.png", Samples.png(20, 10), 1).preview())).isEqualTo("20x10");
        assertThat(sizeOf(checked("c.png", Samples.png(3000, 1), 1).preview())).isEqualTo("480x1");
        checked("d.jpg", Samples.jpeg(5000, 20), 1);
        assertThat(sizeOf(Files.readAllBytes(folder.resolve("file")))).isEqualTo("2500x10");

        byte[] webp = Samples.webpWithExif("GPS-53.5N");
        assertThat(new String(webp, ISO_8859_1)).contains("GPS");
        checked("e.webp", webp, 1);
        assertThat(new String(Files.readAllBytes(folder.resolve("file")), ISO_8859_1))
                .doesNotContain("GPS");
    }

    @Test
    @DisplayName("видео: место съёмки стёрто, изображение и звук на своих местах")
    void moviesLoseThePlace() throws Exception {
        byte[] movie = Samples.movie("qt  ");
        assertThat(new String(movie, ISO_8859_1))
                .contains("+53.5-081.2", "TRACK-PLACE", "com.apple.quicktime.location");

        CheckedFile checked = checked("a.mov", movie, 1);

        byte[] kept = Files.readAllBytes(checked.content());
        String text = new String(kept, ISO_8859_1);
        assertThat(text)
                .doesNotContain("+53.5-081.2", "TRACK-PLACE", "com.apple.quicktime.location")
                .contains("PICTURES-AND-SOUND", "SAMPLE-TABLE-OF-VIDEO");
        assertThat(kept).hasSameSizeAs(movie);
        assertThat(text.indexOf("PICTURES-AND-SOUND"))
                .isEqualTo(new String(movie, ISO_8859_1).indexOf("PICTURES-AND-SOUND"));
        assertThat(checked.preview()).isNull();
    }

    @Test
    @DisplayName("с вирусом – отказ с его именем; антивирус молчит – файл принят, но не показывается")
    void filesAreScanned() throws Exception {
        byte[] infected = ("%PDF-1.7 " + ClamdServer.EICAR).getBytes(US_ASCII);
        try (ClamdServer clamd = new ClamdServer()) {
            FileCheck guarded = fileCheck(1, clamd.address());
            Path file = Files.write(folder.resolve("scanned"), infected);
            FileRefused refused = catchThrowableOfType(FileRefused.class, () -> guarded.check(file, "a.pdf"));
            assertThat(refused.virus()).isEqualTo("Eicar-Signature");
            assertThat(refused.reason()).isEqualTo("найден вирус Eicar-Signature");
            Files.write(file, "%PDF-1.7".getBytes(US_ASCII));
            assertThat(guarded.check(file, "a.pdf").scanned()).isTrue();
            clamd.is(ClamdServer.Mood.BREAKS_OFF);
            assertThat(guarded.check(file, "a.pdf").scanned()).isFalse();
        }
    }

    private CheckedFile checked(String name, byte[] content, int megabytes) throws Exception {
        return fileCheck(megabytes, null).check(Files.write(folder.resolve("file"), content), name);
    }

    private String check(String name, byte[] content) throws Exception {
        CheckedFile checked = checked(name, content, 1);
        return checked.type().contentType() + " " + checked.name();
    }

    private void assertRefused(byte[] content, String reason) {
        assertThatThrownBy(() -> checked("a", content, 1))
                .isInstanceOf(FileRefused.class)
                .hasMessageContaining(reason);
    }

    private String refusal(byte[] content, int megabytes) {
        return catchThrowableOfType(FileRefused.class, () -> checked("a", content, megabytes))
                .reason();
    }

    private static FileCheck fileCheck(int megabytes, @Nullable String clamd) {
        DataSize size = DataSize.ofMegabytes(megabytes);
        return new FileCheck(
                new FileSettings(size, size, size, size, false),
                new VirusScan(new ScanSettings(clamd, Duration.ofSeconds(5))));
    }

    private static String sizeOf(byte @Nullable [] picture) throws Exception {
        assertThat(picture).isNotNull();
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(picture));
        return image.getWidth() + "x" + image.getHeight();
    }

    private static int crc(byte[] bytes, int from, int length) {
        CRC32 crc = new CRC32();
        crc.update(bytes, from, length);
        return (int) crc.getValue();
    }

    private static byte[] deflatedZeros(int length) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflated = new DeflaterOutputStream(out)) {
            byte[] zeros = new byte[1024 * 1024];
            for (int i = 0; i < length / zeros.length; i++) {
                deflated.write(zeros);
            }
        }
        return out.toByteArray();
    }
}
