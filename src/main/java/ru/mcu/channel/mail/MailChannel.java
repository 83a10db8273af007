package ru.mcu.channel.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;
import ru.mcu.platform.Channel;
import ru.mcu.platform.Hashes;
import ru.mcu.platform.outbox.Delivery;
import ru.mcu.platform.outbox.DeliveryChannel;
import ru.mcu.platform.outbox.DeliveryResult;

/** Sends answers by SMTP as replies in the citizen's own thread; connected as soon as {@code spring.mail.host} is set. */
@Component
class MailChannel implements DeliveryChannel {

    private final ObjectProvider<JavaMailSender> sender;
    private final MailSettings settings;
    private final Clock clock;

    MailChannel(ObjectProvider<JavaMailSender> sender, MailSettings settings, Clock clock) {
        this.sender = sender;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String code() {
        return Channel.MAIL.code();
    }

    @Override
    public String title() {
        return Channel.MAIL.title();
    }

    @Override
    public boolean connected() {
        return sender.getIfAvailable() != null;
    }

    @Override
    public DeliveryResult deliver(Delivery delivery) {
        JavaMailSender smtp = sender.getIfAvailable();
        if (smtp == null) {
            return new DeliveryResult.Permanent("Почта не подключена");
        }
        if (!isAddress(delivery.recipient())) {
            return new DeliveryResult.Permanent("Адрес почты указан неверно");
        }
        try {
            String messageId = messageId(delivery);
            smtp.send(message(smtp, delivery, messageId));
            return new DeliveryResult.Delivered(null, messageId);
        } catch (MailAuthenticationException e) {
            return new DeliveryResult.Temporary("Почтовый сервер не принимает имя или пароль", null);
        } catch (MailException | MessagingException e) {
            return refusedForGood(e)
                    ? new DeliveryResult.Permanent("Почтовый сервер отказался принять письмо на этот адрес")
                    : new DeliveryResult.Temporary("Почтовый сервер сейчас не отвечает", null);
        }
    }

    /** Under the same Message-ID, which mail programs show once. */
    @Override
    public DeliveryResult deliverAgain(Delivery delivery) {
        return deliver(delivery);
    }

    @Override
    public @Nullable String check() {
        try {
            if (sender.getIfAvailable() instanceof JavaMailSenderImpl smtp) {
                smtp.testConnection();
            }
            return null;
        } catch (MessagingException e) {
            return "Почтовый сервер не отвечает или не принимает имя и пароль";
        }
    }

    private MimeMessage message(JavaMailSender smtp, Delivery delivery, String messageId) throws MessagingException {
        MimeMessage mail = new FixedIdMessage(smtp.createMimeMessage().getSession(), messageId);
        MimeMessageHelper helper = new MimeMessageHelper(mail, StandardCharsets.UTF_8.name());
        helper.setFrom(settings.from());
        helper.setTo(String.valueOf(delivery.recipient()));
        helper.setSubject(delivery.subject() == null ? "Ответ на ваше сообщение" : delivery.subject());
        helper.setText(delivery.body());
        helper.setSentDate(Date.from(clock.instant()));
        String thread = delivery.thread();
        if (thread != null && thread.matches("<[^<>\\s]{3,300}>")) {
            mail.setHeader("In-Reply-To", thread);
            mail.setHeader("References", thread);
        }
        mail.setHeader("Auto-Submitted", "auto-replied");
        return mail;
    }

    /** The same for every attempt, so that mail programs show a repeated letter once. */
    private String messageId(Delivery delivery) {
        String domain = settings.from().substring(settings.from().lastIndexOf('@') + 1);
        return "<" + Hashes.sha256(delivery.idempotencyKey()).substring(0, 32) + "@" + domain + ">";
    }

    private static boolean isAddress(@Nullable String recipient) {
        if (recipient == null) {
            return false;
        }
        try {
            new InternetAddress(recipient, true);
            return recipient.contains("@");
        } catch (AddressException e) {
            return false;
        }
    }

    private static boolean refusedForGood(Exception e) {
        if (e instanceof MailSendException failed) {
            return failed.getFailedMessages().values().stream().anyMatch(MailChannel::isInvalidAddress);
        }
        return isInvalidAddress(e);
    }

    private static boolean isInvalidAddress(Exception e) {
        return e instanceof SendFailedException failed
                && failed.getInvalidAddresses() != null
                && failed.getInvalidAddresses().length > 0
                && String.valueOf(e.getCause()).matches("(?s).*\\b5\\d\\d\\b.*");
    }
}
