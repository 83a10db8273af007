package ru.mcu.channel.mail;

import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.FolderClosedException;
import jakarta.mail.Message;
import jakarta.mail.MessageRemovedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Store;
import jakarta.mail.StoreClosedException;
import jakarta.mail.search.FlagTerm;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Takes new letters out of the mailbox. A letter is kept first and marked or moved afterwards, so a crash in between
 * only reads it once more. One that is too large is never loaded: its header is kept, and it is marked for people.
 */
@Component
class MailCollector {

    private static final Logger log = LoggerFactory.getLogger(MailCollector.class);
    private static final int MOST_IN_A_ROUND = 200;
    private static final int LONGEST_HEAD = 64 * 1024;

    private final Mailbox mailbox;
    private final LetterTaker taker;

    MailCollector(Mailbox mailbox, LetterTaker taker) {
        this.mailbox = mailbox;
        this.taker = taker;
    }

    /** One round; returns how many letters it took. */
    int collect() throws MessagingException {
        ImapSettings settings = mailbox.settings();
        try (Store store = mailbox.connect()) {
            Folder inbox = store.getFolder(settings.folder());
            inbox.open(Folder.READ_WRITE);
            try {
                return collect(inbox, settings.moves() ? processed(store) : null);
            } finally {
                if (inbox.isOpen()) {
                    inbox.close(settings.moves());
                }
            }
        }
    }

    private Folder processed(Store store) throws MessagingException {
        Folder folder = store.getFolder(String.valueOf(mailbox.settings().processed()));
        if (!folder.exists() && !folder.create(Folder.HOLDS_MESSAGES)) {
            throw new MessagingException("the folder for processed letters cannot be made");
        }
        return folder;
    }

    private int collect(Folder inbox, @Nullable Folder processed) throws MessagingException {
        Flags.Flag done = processed == null ? Flags.Flag.SEEN : Flags.Flag.DELETED;
        Message[] found = inbox.search(new FlagTerm(new Flags(done), false));
        Message[] waiting = Arrays.copyOf(found, Math.min(found.length, MOST_IN_A_ROUND));
        FetchProfile sizes = new FetchProfile();
        sizes.add(FetchProfile.Item.SIZE);
        inbox.fetch(waiting, sizes);
        int taken = 0;
        for (Message letter : waiting) {
            taken += takeAndMark(inbox, processed, letter) ? 1 : 0;
        }
        return taken;
    }

    /** One letter that cannot be read does not hold up the others. */
    private boolean takeAndMark(Folder inbox, @Nullable Folder processed, Message letter) throws MessagingException {
        try {
            boolean large = !take(letter);
            if (large) {
                letter.setFlag(Flags.Flag.FLAGGED, true);
            }
            letter.setFlag(Flags.Flag.SEEN, true);
            if (processed != null) {
                inbox.copyMessages(new Message[] {letter}, processed);
                letter.setFlag(Flags.Flag.DELETED, true);
            }
            return true;
        } catch (FolderClosedException | StoreClosedException lost) {
            throw lost;
        } catch (MessageRemovedException gone) {
            return false;
        } catch (MessagingException | IOException unreadable) {
            if (!inbox.isOpen()) {
                throw new MessagingException("the connection broke off");
            }
            log.warn(
                    "letter {} of the mailbox is left for the next round: {}",
                    letter.getMessageNumber(),
                    unreadable.getClass().getName());
            return false;
        }
    }

    /** False for a letter that is too large. */
    private boolean take(Message letter) throws MessagingException, IOException {
        int most = Math.toIntExact(mailbox.settings().maxSize().toBytes());
        try (InputStream bytes = ((IMAPMessage) letter).getMimeStream()) {
            byte[] content = letter.getSize() > most ? new byte[0] : bytes.readNBytes(most + 1);
            if (letter.getSize() > most || content.length > most) {
                byte[] start = content.length == 0 ? bytes.readNBytes(LONGEST_HEAD) : content;
                taker.refuse(
                        head(start),
                        "Письмо больше " + mailbox.settings().maxSize().toMegabytes()
                                + " МБ: откройте его в почтовом ящике, оно отмечено флажком");
                return false;
            }
            taker.take(content);
            return true;
        }
    }

    private static byte[] head(byte[] start) {
        String text = new String(start, 0, Math.min(start.length, LONGEST_HEAD), StandardCharsets.ISO_8859_1);
        int end = text.indexOf("\r\n\r\n");
        return (end < 0 ? text : text.substring(0, end)).getBytes(StandardCharsets.ISO_8859_1);
    }
}
