package ru.mcu.platform.scan;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

/** One question to clamd: its command INSTREAM, as clamd(8) describes it. */
final class Clamd {

    private static final int CHUNK = 64 * 1024;
    private static final int LONGEST_REPLY = 4096;
    private static final ByteBuffer COMMAND = ascii("zINSTREAM\0").asReadOnlyBuffer();

    private static final ScheduledExecutorService WATCH = Executors.newSingleThreadScheduledExecutor(threads());

    private final SocketAddress address;
    private final Duration time;

    /** @param address of a UNIX socket, or a host that is looked up anew each time */
    Clamd(SocketAddress address, Duration time) {
        this.address = address;
        this.time = time;
    }

    /** clamd is away, too slow or broke off. */
    static final class NoAnswer extends IOException {

        private static final long serialVersionUID = 1;

        NoAnswer(IOException cause) {
            super(cause);
        }
    }

    /**
     * @return the reply, such as {@code stream: OK}
     * @throws IOException when the file itself cannot be read
     */
    String scan(InputStream file) throws IOException {
        try (SocketChannel channel = open()) {
            Future<?> limit = WATCH.schedule(() -> close(channel), time.toMillis(), TimeUnit.MILLISECONDS);
            try {
                connect(channel);
                return talk(channel, file);
            } finally {
                limit.cancel(false);
            }
        }
    }

    private SocketChannel open() throws NoAnswer {
        try {
            return address instanceof InetSocketAddress
                    ? SocketChannel.open()
                    : SocketChannel.open(java.net.StandardProtocolFamily.UNIX);
        } catch (IOException e) {
            throw new NoAnswer(e);
        }
    }

    private void connect(SocketChannel channel) throws NoAnswer {
        try {
            if (address instanceof InetSocketAddress internet) {
                InetSocketAddress found = new InetSocketAddress(internet.getHostString(), internet.getPort());
                if (found.isUnresolved()) {
                    throw new UnknownHostException(internet.getHostString());
                }
                channel.connect(found);
            } else {
                channel.connect(address);
            }
        } catch (IOException e) {
            throw new NoAnswer(e);
        }
    }

    private static String talk(SocketChannel channel, InputStream file) throws IOException {
        try {
            write(channel, COMMAND.duplicate());
            byte[] chunk = new byte[CHUNK];
            ByteBuffer framed = ByteBuffer.allocate(CHUNK + Integer.BYTES);
            for (int read = next(file, chunk); read > 0; read = next(file, chunk)) {
                write(channel, framed.clear().putInt(read).put(chunk, 0, read).flip());
            }
            write(channel, framed.clear().putInt(0).flip());
        } catch (NoAnswer brokenOff) {
            return replyAfter(channel, brokenOff);
        }
        return reply(channel);
    }

    private static int next(InputStream file, byte[] chunk) throws IOException {
        return file.readNBytes(chunk, 0, chunk.length);
    }

    /** clamd says why it stopped listening, for instance that the file is too long. */
    private static String replyAfter(SocketChannel channel, NoAnswer brokenOff) throws NoAnswer {
        try {
            return reply(channel);
        } catch (NoAnswer silent) {
            brokenOff.addSuppressed(silent);
            throw brokenOff;
        }
    }

    private static void write(SocketChannel channel, ByteBuffer bytes) throws NoAnswer {
        try {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (IOException e) {
            throw new NoAnswer(e);
        }
    }

    private static String reply(SocketChannel channel) throws NoAnswer {
        ByteBuffer reply = ByteBuffer.allocate(LONGEST_REPLY);
        try {
            int read = 0;
            while (read >= 0 && reply.hasRemaining()) {
                read = channel.read(reply);
            }
        } catch (IOException e) {
            throw new NoAnswer(e);
        }
        String text = StandardCharsets.UTF_8.decode(reply.flip()).toString();
        int end = text.indexOf('\0');
        if (end < 0) {
            throw new NoAnswer(new IOException("clamd broke off"));
        }
        return text.substring(0, end).strip();
    }

    private static void close(SocketChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static ByteBuffer ascii(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static CustomizableThreadFactory threads() {
        CustomizableThreadFactory threads = new CustomizableThreadFactory("clamd-limit-");
        threads.setDaemon(true);
        return threads;
    }
}
