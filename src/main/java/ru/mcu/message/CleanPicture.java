package ru.mcu.message;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import ru.mcu.platform.picture.ExifOrientation;

/** A picture encoded anew and upright: no place of shooting and nothing else hidden in the file. */
final class CleanPicture {

    private static final long MOST_PIXELS = 50_000_000;

    private CleanPicture() {}

    /**
     * @param type JPEG or PNG
     * @throws IOException when the picture cannot be read or would not fit into memory
     */
    static byte[] of(byte[] content, FileSignature type) throws IOException {
        try {
            BufferedImage image = read(content);
            boolean jpeg = type == FileSignature.JPEG;
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            boolean written =
                    ImageIO.write(jpeg ? ExifOrientation.of(content).apply(image) : image, jpeg ? "jpeg" : "png", out);
            if (!written) {
                throw new IOException("no writer for this kind of picture");
            }
            return out.toByteArray();
        } catch (RuntimeException damaged) {
            throw new IOException("damaged picture", damaged);
        }
    }

    private static BufferedImage read(byte[] content) throws IOException {
        try (ImageInputStream input = new MemoryCacheImageInputStream(new ByteArrayInputStream(content))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(input);
            if (!readers.hasNext()) {
                throw new IOException("no reader for this kind of picture");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(input, true, true);
                if ((long) reader.getWidth(0) * reader.getHeight(0) > MOST_PIXELS) {
                    throw new IOException("too many pixels");
                }
                return reader.read(0);
            } finally {
                reader.dispose();
            }
        }
    }
}
