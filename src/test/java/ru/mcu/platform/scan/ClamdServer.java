package ru.mcu.platform.scan;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** Speaks the protocol of clamd, knows one virus, the EICAR test file, and can misbehave as clamd does. */
public final class ClamdServer implements AutoCloseable {

    /** In two parts, or the antivirus of whoever reads this would take the source for a virus. */
    public static final String EICAR = "X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-" + "ANTIVIRUS-TEST-FILE!$H+H*";

    /** What the next scans do. */
    public enum Mood {
        WELL,
        SILENT,
        BREAKS_OFF,
        TOO_LONG
    }

    private final ServerSocket socket;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicReference<Mood> mood = new AtomicReference<>(Mood.WELL);
    private final AtomicInteger scans = new AtomicInteger();
    private final AtomicInteger longestChunk = new AtomicInteger();

    public ClamdServer() throws IOException {
        socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        threads.submit(this::serve);
    }

    /** For the setting {@code mcu.media.clamd}. */
    public String address() {
        return "127.0.0.1:" + socket.getLocalPort();
    }

    public void is(Mood next) {
        mood.set(next);
    }

    public int scans() {
        return scans.get();
    }

    public int longestChunk() {
        return longestChunk.get();
    }

    private Void serve() throws IOException {
        while (!socket.isClosed()) {
            Socket client = socket.accept();
            threads.submit(() -> answer(client));
        }
        return null;
    }

    private Void answer(Socket client) throws IOException {
        try (client;
                DataInputStream in = new DataInputStream(client.getInputStream());
                OutputStream out = client.getOutputStream()) {
            out.write((converse(in) + "\0").getBytes(StandardCharsets.US_ASCII));
            return null;
        }
    }

    /** What clamd answers to the bytes of a connection; shared with the UNIX socket of the tests. */
    String converse(InputStream raw) throws IOException {
        DataInputStream in = new DataInputStream(raw);
        String command = new String(in.readNBytes("zINSTREAM\0".length()), StandardCharsets.US_ASCII);
        if (!command.equals("zINSTREAM\0")) {
            return "UNKNOWN COMMAND";
        }
        if (mood.get() == Mood.TOO_LONG) {
            return "INSTREAM size limit exceeded. ERROR";
        }
        java.io.ByteArrayOutputStream content = new java.io.ByteArrayOutputStream();
        for (int length = in.readInt(); length > 0; length = in.readInt()) {
            longestChunk.accumulateAndGet(length, Math::max);
            content.write(in.readNBytes(length));
        }
        scans.incrementAndGet();
        if (mood.get() == Mood.BREAKS_OFF) {
            throw new IOException("as asked");
        }
        if (mood.get() == Mood.SILENT) {
            in.readNBytes(1); // until the other side gives up
        }
        byte[] bytes = content.toByteArray();
        return contains(bytes, EICAR.getBytes(StandardCharsets.US_ASCII))
                ? "stream: Eicar-Signature FOUND"
                : "stream: OK";
    }

    private static boolean contains(byte[] all, byte[] part) {
        for (int i = 0; i + part.length <= all.length; i++) {
            if (Arrays.equals(all, i, i + part.length, part, 0, part.length)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void close() throws IOException {
        socket.close();
        threads.shutdownNow();
    }
}
