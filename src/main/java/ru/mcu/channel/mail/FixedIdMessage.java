package ru.mcu.channel.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;

/**
 * A letter whose Message-ID we choose, since the library makes a new one at every attempt, and that knows whether all
 * of it was handed to the server: only then may it have arrived although the server did not say so.
 */
final class FixedIdMessage extends MimeMessage {

    private final String messageId;
    private boolean handedOver;

    FixedIdMessage(Session session, String messageId) {
        super(session);
        this.messageId = messageId;
    }

    boolean wasHandedOver() {
        return handedOver;
    }

    @Override
    public void writeTo(OutputStream out, String[] ignoredHeaders) throws IOException, MessagingException {
        super.writeTo(out, ignoredHeaders);
        handedOver = true;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", messageId);
    }
}
