package ru.mcu.channel.mail;

import org.springframework.stereotype.Component;
import ru.mcu.channel.Inbox;
import ru.mcu.platform.Channel;

/** Keeps letters in the inbox of all channels. */
@Component
class InboxLetters implements LetterTaker {

    private final Inbox inbox;

    InboxLetters(Inbox inbox) {
        this.inbox = inbox;
    }

    /** By its content: numbers of a mailbox change when a server is moved, the letter does not. */
    @Override
    public void take(byte[] letter) {
        inbox.put(Channel.MAIL, Inbox.contentKey(letter), letter);
    }

    @Override
    public void refuse(byte[] head, String reason) {
        inbox.poison(Channel.MAIL, head, reason);
    }
}
