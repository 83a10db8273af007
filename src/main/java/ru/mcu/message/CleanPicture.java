package ru.mcu.message;

import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import ru.mcu.platform.picture.ExifOrientation;

/**
 * A picture encoded anew and upright: no place of shooting and nothing else hidden in the file. Of a moving picture the
 * first frame stays.
 *
 * @param type JPEG or PNG, the one that suits the original
 * @param preview a JPEG with no side longer than 480 pixels
 */
@SuppressWarnings("ArrayRecordComponent") // written once, never compared
record CleanPicture(FileSignature type, byte[] content, byte[] preview) {

    private static final int LONGEST_SIDE = 4096;
    private static final int LONGEST_PREVIEW_SIDE = 480;

    /** A picture unpacks to tens of megabytes, so a node unpacks one at a time. */
    private static final Semaphore MEMORY = new Semaphore(1, true);

    /**
     * @param type one of the photos
     * @throws IOException when the picture cannot be read or would not fit into memory
     */
    static CleanPicture of(byte[] content, FileSignature type) throws IOException {
        MEMORY.acquireUninterruptibly();
        try {
            BufferedImage image = read(content, type);
            boolean lossy = type == FileSignature.JPEG
                    || type == FileSignature.WEBP && !image.getColorModel().hasAlpha();
            BufferedImage upright =
                    type == FileSignature.JPEG ? ExifOrientation.of(content).apply(image) : image;
            byte[] clean = lossy ? written(opaque(upright), "jpeg") : written(upright, "png");
            byte[] preview = written(opaque(smaller(upright)), "jpeg");
            return new CleanPicture(lossy ? FileSignature.JPEG : FileSignature.PNG, clean, preview);
        } catch (RuntimeException damaged) {
            throw new IOException("damaged picture", damaged);
        } finally {
            MEMORY.release();
        }
    }

    private static BufferedImage read(byte[] content, FileSignature type) throws IOException {
        ImageReader reader = reader(type);
        try (ImageInputStream input = new MemoryCacheImageInputStream(new ByteArrayInputStream(content))) {
            reader.setInput(input, true, true);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            if ((long) width * height > mostPixels(type)) {
                throw new IOException("too many pixels");
            }
            int step = (Math.max(width, height) + LONGEST_SIDE - 1) / LONGEST_SIDE;
            ImageReadParam shrink = reader.getDefaultReadParam();
            shrink.setSourceSubsampling(step, step, 0, 0);
            return reader.read(0, shrink);
        } finally {
            reader.dispose();
        }
    }

    /** JPEG and PNG are made smaller while they are read; the others are unpacked whole. */
    private static long mostPixels(FileSignature type) {
        return type == FileSignature.JPEG || type == FileSignature.PNG ? 50_000_000 : 25_000_000;
    }

    /** Asked for by name: which plugins Java finds depends on the thread that asks first. */
    private static ImageReader reader(FileSignature type) throws IOException {
        return type == FileSignature.WEBP
                ? new WebPImageReaderSpi().createReaderInstance(null)
                : ImageIO.getImageReadersByMIMEType(type.contentType()).next();
    }

    private static BufferedImage smaller(BufferedImage image) {
        BufferedImage current = image;
        int longest = Math.max(image.getWidth(), image.getHeight());
        double scale = Math.min(1, (double) LONGEST_PREVIEW_SIDE / longest);
        int width = Math.max(1, (int) Math.round(image.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(image.getHeight() * scale));
        while (current.getWidth() > width || current.getHeight() > height) {
            current =
                    drawn(current, Math.max(width, current.getWidth() / 2), Math.max(height, current.getHeight() / 2));
        }
        return current;
    }

    private static BufferedImage opaque(BufferedImage image) {
        return image.getType() == BufferedImage.TYPE_INT_RGB || image.getType() == BufferedImage.TYPE_3BYTE_BGR
                ? image
                : drawn(image, image.getWidth(), image.getHeight());
    }

    private static BufferedImage drawn(BufferedImage image, int width, int height) {
        BufferedImage result = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = result.createGraphics();
        try {
            graphics.setColor(Color.WHITE);
            graphics.fillRect(0, 0, width, height);
            graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            graphics.drawImage(image, 0, 0, width, height, null);
        } finally {
            graphics.dispose();
        }
        return result;
    }

    private static byte[] written(BufferedImage image, String format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        if (!ImageIO.write(image, format, out)) {
            throw new IOException("no writer for this kind of picture");
        }
        return out.toByteArray();
    }
}
