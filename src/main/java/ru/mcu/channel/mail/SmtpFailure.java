package ru.mcu.channel.mail;

import jakarta.mail.SendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.springframework.mail.MailSendException;
import ru.mcu.platform.outbox.DeliveryResult;

/** What a failed attempt to send a letter means for the next one. */
final class SmtpFailure {

    private static final int REFUSED = 400;
    private static final int REFUSED_FOR_GOOD = 500;

    private SmtpFailure() {}

    /** @param handedOver whether the server had all of the letter; before that it surely did not take it */
    static DeliveryResult result(Exception failure, boolean handedOver) {
        Exception cause = cause(failure);
        if (isInvalidAddress(cause)) {
            return new DeliveryResult.Permanent("Почтовый сервер отказался принять письмо на этот адрес");
        }
        int code = cause instanceof SMTPSendFailedException answer ? answer.getReturnCode() : 0;
        if (handedOver && code >= REFUSED_FOR_GOOD) {
            return new DeliveryResult.Permanent("Почтовый сервер отказался принять это письмо");
        }
        boolean maybeArrived = handedOver && code < REFUSED;
        return new DeliveryResult.Temporary("Почтовый сервер сейчас не отвечает", null, maybeArrived);
    }

    private static Exception cause(Exception failure) {
        if (failure instanceof MailSendException sending && sending.getMessageExceptions() != null) {
            for (Exception one : sending.getMessageExceptions()) {
                return one;
            }
        }
        return failure;
    }

    private static boolean isInvalidAddress(Exception e) {
        return e instanceof SendFailedException failed
                && failed.getInvalidAddresses() != null
                && failed.getInvalidAddresses().length > 0
                && String.valueOf(e.getCause()).matches("(?s).*\\b5\\d\\d\\b.*");
    }
}
