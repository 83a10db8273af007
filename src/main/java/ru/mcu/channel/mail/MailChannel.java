package ru.mcu.channel.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Store;
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
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;
import ru.mcu.platform.Channel;
import ru.mcu.platform.outbox.Delivery;
import ru.mcu.platform.outbox.DeliveryChannel;
import ru.mcu.platform.outbox.DeliveryResult;

/** Sends answers by SMTP as replies in the citizen's own thread; connected as soon as {@code spring.mail.host} is set. */
@Component
class MailChannel implements DeliveryChannel {

    private final ObjectProvider<JavaMailSender> sender;
    private final MailSettings settings;
    private final Mailbox mailbox;
    private final Clock clock;

    MailChannel(ObjectProvider<JavaMailSender> sender, MailSettings settings, Mailbox mailbox, Clock clock) {
        this.sender = sender;
        this.settings = settings;
        this.mailbox = mailbox;
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
        String messageId = OwnLetterId.of(delivery, settings.from()).value();
        FixedIdMessage letter = new FixedIdMessage(smtp.createMimeMessage().getSession(), messageId);
        try {
            write(letter, delivery);
            smtp.send(letter);
            return new DeliveryResult.Delivered(null, messageId);
        } catch (MailAuthenticationException e) {
            return new DeliveryResult.Temporary("Почтовый сервер не принимает имя или пароль", null);
        } catch (MailException | MessagingException e) {
            return SmtpFailure.result(e, letter.wasHandedOver());
        }
    }

    /** Looks into the archive first, where there is one; else under the same Message-ID, which programs show once. */
    @Override
    public DeliveryResult deliverAgain(Delivery delivery) {
        if (!settings.archive() || !settings.imap().connected()) {
            return deliver(delivery);
        }
        String messageId = OwnLetterId.of(delivery, settings.from()).value();
        try {
            return mailbox.holds(messageId) ? new DeliveryResult.Delivered(null, messageId) : deliver(delivery);
        } catch (MessagingException e) {
            return new DeliveryResult.Temporary(
                    "Не проверить, ушло ли письмо: почтовый ящик не открывается", null, true);
        }
    }

    @Override
    public @Nullable String check() {
        try {
            if (sender.getIfAvailable() instanceof JavaMailSenderImpl smtp) {
                smtp.testConnection();
            }
        } catch (MessagingException e) {
            return "Почтовый сервер (отправка) не отвечает или не принимает имя и пароль";
        }
        return settings.imap().connected() ? checkMailbox() : null;
    }

    private @Nullable String checkMailbox() {
        try (Store store = mailbox.connect()) {
            return store.getFolder(settings.imap().folder()).exists()
                    ? null
                    : "В почтовом ящике нет папки для входящих";
        } catch (MessagingException e) {
            return "Почтовый ящик (чтение) не отвечает или не принимает имя и пароль";
        }
    }

    private void write(MimeMessage mail, Delivery delivery) throws MessagingException {
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
        if (settings.archive()) {
            helper.setBcc(settings.from());
        }
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
}
