package ru.mcu.survey.photo;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import ru.mcu.platform.picture.ExifOrientation;

/** A citizen's picture as a JPEG of our own making: no EXIF, no place of shooting, nothing hidden in the file. */
public final class Photo {

    public static final String CONTENT_TYPE = "image/jpeg";

    /** Largest file taken, in bytes (5 MB). */
    public static final int LIMIT = 5 * 1024 * 1024;

    private static final long PIXEL_LIMIT = 50_000_000;
    private static final int SIDE_LIMIT = 4096;

    private final byte[] bytes;

    private Photo(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * Decodes an uploaded file and encodes it anew, upright; very large pictures get smaller.
     *
     * @throws PhotoRefusedException with a Russian message when the file is too big or is not a readable picture
     */
    public static Photo of(byte[] upload) throws PhotoRefusedException {
        if (upload.length > LIMIT) {
            throw new PhotoRefusedException("Файл больше 5 МБ. Выберите фото поменьше.");
        }
        ImageKind kind = ImageKind.of(upload)
                .orElseThrow(() -> new PhotoRefusedException("Это не фото. Выберите файл JPEG или PNG."));
        try {
            ExifOrientation orientation = kind == ImageKind.JPEG ? ExifOrientation.of(upload) : ExifOrientation.UPRIGHT;
            byte[] jpeg = encode(orientation.apply(decode(upload, kind)));
            if (jpeg.length > LIMIT) {
                throw new PhotoRefusedException("Фото слишком подробное. Выберите фото поменьше.");
            }
            return new Photo(jpeg);
        } catch (IOException | RuntimeException e) {
            throw new PhotoRefusedException("Не удалось прочитать фото. Выберите другой файл JPEG или PNG.", e);
        }
    }

    /** A photo that {@link #of} made earlier and the database kept. */
    public static Photo stored(byte[] jpeg) {
        return new Photo(jpeg.clone());
    }

    /** The file, of type {@link #CONTENT_TYPE}. */
    public byte[] bytes() {
        return bytes.clone();
    }

    private static BufferedImage decode(byte[] upload, ImageKind kind) throws IOException, PhotoRefusedException {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByMIMEType(kind.contentType());
        if (!readers.hasNext()) {
            throw new PhotoRefusedException("Такой формат фото не поддерживается. Сохраните фото в JPEG или PNG.");
        }
        ImageReader reader = readers.next();
        try (ImageInputStream input = new MemoryCacheImageInputStream(new ByteArrayInputStream(upload))) {
            reader.setInput(input, true, true);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            if ((long) width * height > PIXEL_LIMIT) {
                throw new PhotoRefusedException("Фото слишком большое. Выберите фото поменьше.");
            }
            int step = (Math.max(width, height) + SIDE_LIMIT - 1) / SIDE_LIMIT;
            ImageReadParam shrink = reader.getDefaultReadParam();
            shrink.setSourceSubsampling(step, step, 0, 0);
            return reader.read(0, shrink);
        } finally {
            reader.dispose();
        }
    }

    private static byte[] encode(BufferedImage image) throws IOException {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        if (!ImageIO.write(image, "jpeg", output)) {
            throw new IOException("No JPEG writer");
        }
        return output.toByteArray();
    }
}
