package ru.mcu.survey.photo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ru.mcu.platform.picture.ExifOrientation;

@DisplayName("Фото к ответу")
class PhotoTests {

    @Test
    @DisplayName("EXIF с местом съёмки не сохраняется")
    void exifIsGone() throws Exception {
        byte[] jpeg = Pictures.withExif(Pictures.file(Pictures.redAndBlue(40, 20), "jpeg"), 1, "GPS-55.75-37.61");

        byte[] stored = Photo.of(jpeg).bytes();

        assertThat(new String(jpeg, StandardCharsets.ISO_8859_1)).contains("Exif", "GPS-55.75-37.61");
        assertThat(new String(stored, StandardCharsets.ISO_8859_1)).doesNotContain("Exif", "GPS-55.75-37.61");
    }

    @ParameterizedTest(name = "EXIF {0}: {1}×{2}, красное {3}")
    @DisplayName("Снимок с телефона хранится так, как его видел снимавший")
    @CsvSource({
        "1, 40, 20, left", "2, 40, 20, right", "3, 40, 20, right", "4, 40, 20, left",
        "5, 20, 40, top", "6, 20, 40, top", "7, 20, 40, bottom", "8, 20, 40, bottom"
    })
    void aPhoneShotIsTurnedUpright(int orientation, int width, int height, String redSide) throws Exception {
        byte[] jpeg = Pictures.withExif(Pictures.file(Pictures.redAndBlue(40, 20), "jpeg"), orientation, "");

        BufferedImage image = read(Photo.of(jpeg));

        assertThat(image.getWidth()).isEqualTo(width);
        assertThat(image.getHeight()).isEqualTo(height);
        Color probe =
                switch (redSide) {
                    case "left" -> new Color(image.getRGB(3, height / 2));
                    case "right" -> new Color(image.getRGB(width - 4, height / 2));
                    case "top" -> new Color(image.getRGB(width / 2, 3));
                    default -> new Color(image.getRGB(width / 2, height - 4));
                };
        assertThat(probe.getRed()).isGreaterThan(200);
        assertThat(probe.getBlue()).isLessThan(60);
    }

    @Test
    @DisplayName("Повороты отличаются от зеркальных отражений")
    void mirroredAndTurnedPicturesDiffer() {
        BufferedImage corner = new BufferedImage(3, 2, BufferedImage.TYPE_INT_RGB);
        corner.setRGB(0, 0, Color.RED.getRGB());

        assertThat(redCorner(corner, 1)).isEqualTo("0,0");
        assertThat(redCorner(corner, 2)).isEqualTo("2,0");
        assertThat(redCorner(corner, 3)).isEqualTo("2,1");
        assertThat(redCorner(corner, 4)).isEqualTo("0,1");
        assertThat(redCorner(corner, 5)).isEqualTo("0,0");
        assertThat(redCorner(corner, 6)).isEqualTo("1,0");
        assertThat(redCorner(corner, 7)).isEqualTo("1,2");
        assertThat(redCorner(corner, 8)).isEqualTo("0,2");
    }

    @Test
    @DisplayName("Тип узнаётся по содержимому: PNG становится JPEG, прозрачное — белым")
    void aTransparentPngBecomesAWhiteJpeg() throws Exception {
        byte[] png = Pictures.file(new BufferedImage(10, 10, BufferedImage.TYPE_INT_ARGB), "png");

        Photo photo = Photo.of(png);

        assertThat(ImageKind.of(photo.bytes())).contains(ImageKind.JPEG);
        assertThat(new Color(read(photo).getRGB(5, 5))).isEqualTo(Color.WHITE);
    }

    @Test
    @DisplayName("Очень большой снимок уменьшается")
    void aHugePictureGetsSmaller() throws Exception {
        BufferedImage image = read(Photo.of(Pictures.file(Pictures.redAndBlue(6000, 30), "png")));

        assertThat(image.getWidth()).isEqualTo(3000);
    }

    @Test
    @DisplayName("Файл больше 5 МБ, не фото и обрывок фото отклоняются со словами, что делать")
    void whatIsNotAReadablePhotoIsRefused() {
        byte[] jpeg = Pictures.file(Pictures.redAndBlue(40, 20), "jpeg");

        assertRefused(new byte[Photo.LIMIT + 1], "больше 5 МБ");
        assertRefused("<svg onload=alert(1)>".getBytes(StandardCharsets.US_ASCII), "Это не фото");
        assertRefused(new byte[0], "Это не фото");
        assertRefused(Arrays.copyOf(jpeg, 20), "Не удалось прочитать фото");
    }

    @Test
    @DisplayName("WebP становится JPEG")
    void webpBecomesJpeg() throws Exception {
        byte[] webp = Base64.getDecoder().decode("UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA");

        assertThat(ImageKind.of(webp)).contains(ImageKind.WEBP);
        assertThat(ImageKind.of(Photo.of(webp).bytes())).contains(ImageKind.JPEG);
        assertRefused("RIFF\0\0\0\0WEBPVP8 ".getBytes(StandardCharsets.US_ASCII), "Не удалось прочитать фото");
    }

    @Test
    @DisplayName("Картинка, которая в памяти займёт гигабайты, отклоняется до распаковки")
    void aDecompressionBombIsRefusedBeforeItIsUnpacked() {
        byte[] png = Pictures.file(new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB), "png");
        ByteBuffer header = ByteBuffer.wrap(png);
        header.putInt(16, 60_000).putInt(20, 60_000);
        CRC32 crc = new CRC32();
        crc.update(png, 12, 17);
        header.putInt(29, (int) crc.getValue());

        assertRefused(png, "слишком большое");
    }

    private static String redCorner(BufferedImage source, int orientation) {
        BufferedImage image = new ExifOrientation(orientation).apply(source);
        for (int x = 0; x < image.getWidth(); x++) {
            for (int y = 0; y < image.getHeight(); y++) {
                if (image.getRGB(x, y) == Color.RED.getRGB()) {
                    return x + "," + y;
                }
            }
        }
        return "none";
    }

    private static void assertRefused(byte[] upload, String message) {
        assertThatThrownBy(() -> Photo.of(upload))
                .isInstanceOf(PhotoRefusedException.class)
                .hasMessageContaining(message);
    }

    private static BufferedImage read(Photo photo) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(photo.bytes()));
    }
}
