package ru.mcu.message;

import java.io.InputStream;
import java.util.Optional;
import java.util.function.IntFunction;

/** Joins numbered pieces, fetched one at a time. */
final class PieceStream extends InputStream {

    private final IntFunction<Optional<byte[]>> pieces;
    private byte[] piece = {};
    private int position;
    private int next;
    private boolean ended;

    PieceStream(IntFunction<Optional<byte[]>> pieces) {
        this.pieces = pieces;
    }

    @Override
    public int read() {
        return ready() ? piece[position++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
        if (length == 0) {
            return 0;
        }
        if (!ready()) {
            return -1;
        }
        int count = Math.min(length, piece.length - position);
        System.arraycopy(piece, position, buffer, offset, count);
        position += count;
        return count;
    }

    private boolean ready() {
        while (position >= piece.length && !ended) {
            Optional<byte[]> following = pieces.apply(next++);
            ended = following.isEmpty();
            piece = following.orElse(piece);
            position = ended ? piece.length : 0;
        }
        return position < piece.length;
    }
}
