package ru.mcu.channel.media;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.springframework.util.unit.DataSize;

/** A stream that refuses to be longer than agreed. */
final class Limited extends FilterInputStream {

    private final DataSize largest;
    private long total;

    Limited(InputStream in, DataSize largest) {
        super(in);
        this.largest = largest;
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        count(read < 0 ? 0 : 1);
        return read;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        count(Math.max(0, read));
        return read;
    }

    private void count(int read) throws FetchFailed {
        total += read;
        if (total > largest.toBytes()) {
            throw Downloads.tooLarge(largest);
        }
    }
}
