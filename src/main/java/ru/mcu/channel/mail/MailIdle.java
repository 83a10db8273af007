package ru.mcu.channel.mail;

import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import jakarta.mail.Store;
import jakarta.mail.event.MessageCountAdapter;
import jakarta.mail.event.MessageCountEvent;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Waits until the mail server tells of a new letter (RFC 2177). Only hurries the regular look: when the connection is
 * lost, it waits a while and connects again.
 */
final class MailIdle {

    private static final Logger log = LoggerFactory.getLogger(MailIdle.class);
    private static final Duration FIRST_REST = Duration.ofSeconds(2);
    private static final Duration LONGEST_REST = Duration.ofMinutes(5);

    private final Mailbox mailbox;
    private final Runnable onMail;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final AtomicBoolean arrived = new AtomicBoolean();
    private volatile @Nullable IMAPFolder open;
    private int failures;

    MailIdle(Mailbox mailbox, Runnable onMail) {
        this.mailbox = mailbox;
        this.onMail = onMail;
    }

    void start() {
        Thread thread = new Thread(this::run, "mail-idle");
        thread.setDaemon(true);
        thread.start();
    }

    void stop() {
        stopped.countDown();
        IMAPFolder folder = open;
        if (folder != null) {
            try {
                folder.close(false);
            } catch (MessagingException | IllegalStateException alreadyClosed) {
                log.debug("the mailbox was closed already", alreadyClosed);
            }
        }
    }

    /** Asks the server for a sign of life, so that a connection that died silently is noticed. */
    void refresh() {
        IMAPFolder folder = open;
        if (folder != null) {
            try {
                folder.getMessageCount();
            } catch (MessagingException | IllegalStateException dead) {
                log.debug("the waiting connection is dead", dead);
            }
        }
    }

    private void run() {
        boolean goOn = true;
        while (goOn && running()) {
            try {
                goOn = connectAndWait();
            } catch (MessagingException | RuntimeException lost) {
                log.debug("the waiting connection is lost", lost);
                rest();
            }
        }
    }

    /** False when this server does not tell of letters. */
    private boolean connectAndWait() throws MessagingException {
        try (Store store = mailbox.connect()) {
            if (!((IMAPStore) store).hasCapability("IDLE")) {
                log.info("the mail server does not tell of new letters; they are looked for regularly");
                return false;
            }
            IMAPFolder folder = (IMAPFolder) store.getFolder(mailbox.settings().folder());
            folder.open(Folder.READ_ONLY);
            folder.addMessageCountListener(new MessageCountAdapter() {
                @Override
                public void messagesAdded(MessageCountEvent e) {
                    arrived.set(true);
                }
            });
            open = folder;
            failures = 0;
            onMail.run(); // what came while there was no connection
            while (running()) {
                folder.idle(true);
                if (arrived.getAndSet(false)) {
                    onMail.run();
                }
            }
            return false;
        } finally {
            open = null;
        }
    }

    private boolean running() {
        return stopped.getCount() > 0;
    }

    private void rest() {
        Duration rest = FIRST_REST.multipliedBy(1L << Math.min(failures++, 8));
        try {
            if (stopped.await(Math.min(rest.toMillis(), LONGEST_REST.toMillis()), TimeUnit.MILLISECONDS)) {
                log.debug("no longer waiting for letters");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stopped.countDown();
        }
    }
}
