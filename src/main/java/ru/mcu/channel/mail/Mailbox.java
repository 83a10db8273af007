package ru.mcu.channel.mail;

import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.search.MessageIDTerm;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.springframework.stereotype.Component;

/** The city's mailbox; every connection has time-outs, and reading a letter does not mark it. */
@Component
class Mailbox {

    private static final int FETCHED_AT_ONCE = 256 * 1024;

    private final ImapSettings settings;

    Mailbox(MailSettings settings) {
        this.settings = settings.imap();
    }

    ImapSettings settings() {
        return settings;
    }

    /** An open connection, to be closed by the caller. */
    Store connect() throws MessagingException {
        String protocol = settings.ssl() ? "imaps" : "imap";
        String prefix = "mail." + protocol + ".";
        String timeout = String.valueOf(settings.timeout().toMillis());
        Properties properties = new Properties();
        properties.setProperty(prefix + "connectiontimeout", timeout);
        properties.setProperty(prefix + "timeout", timeout);
        properties.setProperty(prefix + "writetimeout", timeout);
        properties.setProperty(prefix + "peek", "true");
        properties.setProperty(prefix + "fetchsize", String.valueOf(FETCHED_AT_ONCE));
        properties.setProperty(prefix + "ssl.checkserveridentity", "true");
        properties.setProperty(prefix + "starttls.enable", "true");
        Store store = Session.getInstance(properties).getStore(protocol);
        try {
            store.connect(settings.host(), settings.port(), settings.user(), settings.password());
        } catch (MessagingException e) {
            store.close();
            throw e;
        }
        return store;
    }

    /** Whether a letter with this Message-ID lies in the mailbox, taken or not. */
    boolean holds(String messageId) throws MessagingException {
        List<String> names = new ArrayList<>(List.of(settings.folder()));
        if (settings.moves()) {
            names.add(String.valueOf(settings.processed()));
        }
        try (Store store = connect()) {
            for (String name : names) {
                if (holds(store.getFolder(name), messageId)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean holds(Folder folder, String messageId) throws MessagingException {
        if (!folder.exists()) {
            return false;
        }
        folder.open(Folder.READ_ONLY);
        try {
            return folder.search(new MessageIDTerm(messageId)).length > 0;
        } finally {
            folder.close(false);
        }
    }
}
