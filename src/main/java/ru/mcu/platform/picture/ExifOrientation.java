package ru.mcu.platform.picture;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Turns a phone's photo the way it was taken, before the EXIF tag that says so is dropped (EXIF 2.32, tag 0x0112). */
public record ExifOrientation(int value) {

    public static final ExifOrientation UPRIGHT = new ExifOrientation(1);

    private static final int APP1 = 0xFFE1;
    private static final int START_OF_SCAN = 0xFFDA;
    private static final int EXIF = 0x45786966;
    private static final int ORIENTATION = 0x0112;

    /** Reads the tag of a JPEG; without one, or with one that makes no sense, the picture is taken as upright. */
    public static ExifOrientation of(byte[] jpeg) {
        try {
            ByteBuffer buffer = ByteBuffer.wrap(jpeg).position(2);
            while (true) {
                int marker = buffer.getShort() & 0xFFFF;
                int length = buffer.getShort() & 0xFFFF;
                if (marker == START_OF_SCAN || marker < 0xFF00 || length < 2) {
                    return UPRIGHT;
                }
                if (marker == APP1 && buffer.getInt(buffer.position()) == EXIF) {
                    return inTiff(buffer.position(buffer.position() + 6).slice());
                }
                buffer.position(buffer.position() + length - 2);
            }
        } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException e) {
            return UPRIGHT;
        }
    }

    private static ExifOrientation inTiff(ByteBuffer tiff) {
        tiff.order(tiff.getShort(0) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        int entries = tiff.getShort(directory) & 0xFFFF;
        for (int i = 0; i < entries; i++) {
            int entry = directory + 2 + i * 12;
            if ((tiff.getShort(entry) & 0xFFFF) == ORIENTATION) {
                int value = tiff.getShort(entry + 8);
                return value >= 1 && value <= 8 ? new ExifOrientation(value) : UPRIGHT;
            }
        }
        return UPRIGHT;
    }

    /** Draws the picture upright and opaque: transparent places become white. */
    public BufferedImage apply(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        boolean turned = value >= 5;
        BufferedImage result =
                new BufferedImage(turned ? height : width, turned ? width : height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = result.createGraphics();
        try {
            graphics.setColor(Color.WHITE);
            graphics.fillRect(0, 0, result.getWidth(), result.getHeight());
            graphics.drawImage(image, transform(width, height), null);
        } finally {
            graphics.dispose();
        }
        return result;
    }

    private AffineTransform transform(int width, int height) {
        return switch (value) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
    }
}
