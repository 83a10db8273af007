package ru.mcu.message;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import ru.mcu.survey.photo.Pictures;

/** Small files of every kind, made on the spot. */
public final class Samples {

    /** One pixel. */
    static final byte[] WEBP = Base64.getDecoder().decode("UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA");

    private Samples() {}

    public static byte[] jpeg(int width, int height) {
        return Pictures.file(Pictures.redAndBlue(width, height), "jpeg");
    }

    public static byte[] png(int width, int height) {
        return Pictures.file(Pictures.redAndBlue(width, height), "png");
    }

    /** Says of itself that it has 65,000 × 65,000 points. */
    static byte[] hugeGif() {
        byte[] gif = Pictures.file(Pictures.redAndBlue(8, 8), "gif");
        ByteBuffer huge = ByteBuffer.wrap(gif).order(ByteOrder.LITTLE_ENDIAN);
        huge.putShort(6, (short) 65_000).putShort(8, (short) 65_000);
        int picture = new String(gif, ISO_8859_1).indexOf(",\0\0\0\0\b\0\b\0");
        huge.putShort(picture + 5, (short) 65_000).putShort(picture + 7, (short) 65_000);
        return gif;
    }

    static byte[] webpWithExif(String secret) {
        byte[] exif = secret.getBytes(ISO_8859_1);
        ByteBuffer out = ByteBuffer.allocate(200).order(ByteOrder.LITTLE_ENDIAN);
        out.put("RIFF\0\0\0\0WEBPVP8X".getBytes(ISO_8859_1)).putInt(10).put(new byte[] {8, 0, 0, 0, 0, 0, 0, 0, 0, 0});
        out.put(WEBP, 12, WEBP.length - 12);
        out.put("EXIF".getBytes(ISO_8859_1)).putInt(exif.length).put(exif);
        if (exif.length % 2 == 1) {
            out.put((byte) 0);
        }
        out.putInt(4, out.position() - 8);
        byte[] webp = new byte[out.position()];
        out.flip().get(webp);
        return webp;
    }

    /** What a phone makes: the place stands in the film's own words, in a track's, and in a track of places. */
    public static byte[] movie(String brand) {
        byte[] place = box("udta", box("\u00a9xyz", "+53.5-081.2/"));
        byte[] words = box("meta", "com.apple.quicktime.location");
        byte[] video =
                box("trak", box("tkhd", "header"), media("vide", "SAMPLE-TABLE-OF-VIDEO"), box("udta", "TRACK-PLACE"));
        byte[] places = box("trak", media("meta", "TRACK-PLACE"));
        return joined(
                box("ftyp", brand + "\0\0\0\0"),
                box("mdat", "PICTURES-AND-SOUND"),
                box("moov", box("mvhd", "header"), video, places, joined(place, words)));
    }

    private static byte[] media(String handler, String samples) {
        return box("mdia", box("hdlr", "\0\0\0\0\0\0\0\0" + handler), box("minf", box("stbl", samples)));
    }

    public static byte[] webm() {
        return "\u001aE\u00df\u00a3\u0042\u0082\u0084webm".getBytes(ISO_8859_1);
    }

    public static byte[] voice() {
        return ("OggS" + "\0".repeat(24) + "OpusHead").getBytes(ISO_8859_1);
    }

    public static byte[] zip(String... namesAndContents) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (int i = 0; i < namesAndContents.length; i += 2) {
                zip.putNextEntry(new ZipEntry(namesAndContents[i]));
                zip.write(namesAndContents[i + 1].getBytes(UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static byte[] box(String type, String content) {
        return box(type, content.getBytes(ISO_8859_1));
    }

    private static byte[] box(String type, byte[]... contents) {
        byte[] content = joined(contents);
        return ByteBuffer.allocate(content.length + 8)
                .putInt(content.length + 8)
                .put(type.getBytes(ISO_8859_1))
                .put(content)
                .array();
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}
