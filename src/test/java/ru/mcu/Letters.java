package ru.mcu;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The letters that one correspondent received over real SMTP; every test has its own correspondents. */
public record Letters(String recipient) {

    /** A mailbox that nobody has written to yet. */
    public static Letters toNewAuthor() {
        return new Letters("author@" + UUID.randomUUID() + ".example");
    }

    /** What lies in the mailbox now. */
    public List<MimeMessage> received() {
        return List.of(TestMail.server().getReceivedMessagesForDomain(recipient.substring(recipient.indexOf('@') + 1)));
    }

    /** The bodies of the letters. */
    public List<String> texts() {
        List<String> texts = new ArrayList<>();
        for (MimeMessage letter : received()) {
            try {
                texts.add(String.valueOf(letter.getContent()).strip());
            } catch (IOException | MessagingException unreadable) {
                throw new IllegalStateException(unreadable);
            }
        }
        return texts;
    }
}
