package ru.mcu;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A mail server that refuses every recipient with one reply, which GreenMail cannot. */
public final class RefusingMailServer implements AutoCloseable {

    private final ServerSocket door;
    private final String reply;

    /** @param reply what it says to RCPT TO, for example {@code 550 5.1.1 No such user} */
    public RefusingMailServer(String reply) {
        this.reply = reply;
        try {
            door = new ServerSocket(0, 5, InetAddress.getByName("127.0.0.1"));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        Thread serving = new Thread(this::serve, "refusing-mail-server");
        serving.setDaemon(true);
        serving.start();
    }

    public int port() {
        return door.getLocalPort();
    }

    private void serve() {
        while (!door.isClosed()) {
            try (Socket client = door.accept()) {
                talk(client);
            } catch (SocketException closed) {
                return;
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
    }

    private void talk(Socket client) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
        OutputStream out = client.getOutputStream();
        say(out, "220 ready");
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String command = line.toUpperCase(Locale.ROOT);
            if (command.startsWith("RCPT")) {
                say(out, reply);
            } else if (command.startsWith("QUIT")) {
                say(out, "221 bye");
                return;
            } else {
                say(out, "250 ok");
            }
        }
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
