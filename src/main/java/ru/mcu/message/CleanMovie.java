package ru.mcu.message;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;

/**
 * Takes the place of shooting and other words about the author out of a video of a phone. Boxes (ISO 14496-12) that hold
 * such words become empty ones of the same length, so nothing else moves and the video plays as before.
 */
final class CleanMovie {

    private static final Set<String> CONTAINERS = Set.of("moov", "trak", "mdia", "minf", "moof", "traf");
    private static final Set<String> ABOUT_AUTHOR = Set.of("udta", "meta", "uuid");
    private static final Set<String> TRACKS = Set.of("vide", "soun", "subt", "sbtl", "text", "tmcd", "hint");
    private static final int HEADER = 8;
    private static final int LONG_HEADER = 16;
    private static final int MOST_BOXES = 50_000;
    private static final byte[] EMPTY = new byte[8192];

    private final RandomAccessFile file;
    private int boxes;
    private boolean hasContents;

    private CleanMovie(RandomAccessFile file) {
        this.file = file;
    }

    /** @throws FileRefused when the boxes do not fit together, as in a file cut off half-way */
    static void clean(Path path) throws IOException, FileRefused {
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
            CleanMovie movie = new CleanMovie(file);
            movie.walk(0, file.length());
            if (!movie.hasContents) {
                throw damaged();
            }
        }
    }

    private record Box(String type, long at, long body, long end) {}

    private void walk(long from, long end) throws IOException, FileRefused {
        long at = from;
        while (end - at >= HEADER) { // QuickTime ends some lists with four zeros
            Box box = box(at, end);
            hasContents |= box.type().equals("moov");
            if (ABOUT_AUTHOR.contains(box.type()) || box.type().equals("trak") && !isPlayed(box)) {
                empty(box);
            } else if (CONTAINERS.contains(box.type())) {
                walk(box.body(), box.end());
            }
            at = box.end();
        }
    }

    private Box box(long at, long end) throws IOException, FileRefused {
        file.seek(at);
        long size = file.readInt() & 0xFFFF_FFFFL;
        byte[] type = new byte[4];
        file.readFully(type);
        long body = at + HEADER;
        if (size == 1 && end - at >= LONG_HEADER) {
            size = file.readLong();
            body = at + LONG_HEADER;
        } else if (size == 0) {
            size = end - at;
        }
        if (++boxes > MOST_BOXES || size < body - at || size > end - at) {
            throw damaged();
        }
        return new Box(new String(type, StandardCharsets.ISO_8859_1), at, body, at + size);
    }

    /** Tracks that are neither seen nor heard hold where the camera was, second by second. */
    private boolean isPlayed(Box track) throws IOException, FileRefused {
        for (long at = track.body(); track.end() - at >= HEADER; ) {
            Box inner = box(at, track.end());
            if (inner.type().equals("mdia")) {
                return handlerIsPlayed(inner);
            }
            at = inner.end();
        }
        return false;
    }

    private boolean handlerIsPlayed(Box media) throws IOException, FileRefused {
        for (long at = media.body(); media.end() - at >= HEADER; ) {
            Box inner = box(at, media.end());
            if (inner.type().equals("hdlr") && inner.end() - inner.body() >= 12) {
                byte[] handler = new byte[4];
                file.seek(inner.body() + 8);
                file.readFully(handler);
                return TRACKS.contains(new String(handler, StandardCharsets.ISO_8859_1));
            }
            at = inner.end();
        }
        return false;
    }

    private void empty(Box box) throws IOException {
        file.seek(box.at() + 4);
        file.write("free".getBytes(StandardCharsets.US_ASCII));
        file.seek(box.body());
        for (long left = box.end() - box.body(); left > 0; left -= EMPTY.length) {
            file.write(EMPTY, 0, (int) Math.min(left, EMPTY.length));
        }
    }

    private static FileRefused damaged() {
        return new FileRefused("видео или звук повреждены");
    }
}
