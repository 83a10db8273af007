package ru.mcu.channel.media;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A stranger's web server that can break every rule of HTTP, because each page writes its own bytes. */
public final class FileServer implements AutoCloseable {

    /** Writes an answer, head included. */
    public interface Page {
        void write(OutputStream out) throws Exception;
    }

    private final ServerSocket socket;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, Page> pages = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();

    public FileServer() throws IOException {
        socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        threads.submit(this::serve);
    }

    public int port() {
        return socket.getLocalPort();
    }

    public URI at(String path) {
        return URI.create("http://127.0.0.1:" + port() + path);
    }

    public void page(String path, Page page) {
        pages.put(path, page);
    }

    public void file(String path, byte[] content) {
        page(path, out -> {
            out.write(head("200 OK", "Content-Length: " + content.length));
            out.write(content);
        });
    }

    public void redirect(String path, String location) {
        page(path, out -> out.write(head("302 Found", "Location: " + location, "Content-Length: 0")));
    }

    /** The paths that were asked for, in order. */
    public List<String> asked() {
        return asked;
    }

    public static byte[] head(String status, String... headers) {
        return ("HTTP/1.1 " + status + "\r\n" + String.join("\r\n", headers) + (headers.length == 0 ? "" : "\r\n")
                        + "\r\n")
                .getBytes(ISO_8859_1);
    }

    private Void serve() throws IOException {
        while (!socket.isClosed()) {
            Socket client = socket.accept();
            threads.submit(() -> answer(client));
        }
        return null;
    }

    private Void answer(Socket client) throws Exception {
        try (client;
                OutputStream out = client.getOutputStream()) {
            BufferedReader in = new BufferedReader(new InputStreamReader(client.getInputStream(), ISO_8859_1));
            String first = in.readLine();
            for (String line = first; line != null && !line.isEmpty(); line = in.readLine()) {
                continue;
            }
            String path = first == null ? "" : first.split(" ")[1];
            asked.add(path);
            pages.getOrDefault(path, to -> to.write(head("404 Not Found", "Content-Length: 0")))
                    .write(out);
            return null;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
        threads.shutdownNow();
    }
}
