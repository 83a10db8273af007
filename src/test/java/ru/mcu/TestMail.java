package ru.mcu;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** One real SMTP and IMAP server for all tests of a JVM; the application sends its letters there. */
public final class TestMail implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static @Nullable GreenMail server;

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues.of(
                        "spring.mail.host=127.0.0.1",
                        "spring.mail.port=" + server().getSmtp().getPort(),
                        "mcu.mail.from=mcu@rubtsovsk.example",
                        "mcu.cur.address=cur@region.example")
                .applyTo(context);
    }

    /** The running server; purge its mailboxes before a test counts letters. */
    public static synchronized GreenMail server() {
        if (server == null) {
            ServerSetup smtp = new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
            ServerSetup imap = new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP);
            server = new GreenMail(new ServerSetup[] {smtp, imap});
            server.start();
        }
        return server;
    }
}
