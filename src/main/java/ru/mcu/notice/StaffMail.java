package ru.mcu.notice;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import ru.mcu.directory.Directory;
import ru.mcu.platform.Channel;
import ru.mcu.platform.outbox.Delivery;
import ru.mcu.platform.outbox.DeliveryChannel;
import ru.mcu.platform.outbox.DeliveryResult;

/** Letters to staff, to the address in the user's profile, through the city's mail server. */
@Component
class StaffMail implements DeliveryChannel {

    private final ObjectProvider<DeliveryChannel> channels;
    private final Directory directory;

    StaffMail(ObjectProvider<DeliveryChannel> channels, Directory directory) {
        this.channels = channels;
        this.directory = directory;
    }

    @Override
    public String code() {
        return NoticeRoute.MAIL.carrier();
    }

    @Override
    public String title() {
        return "Уведомления: почта";
    }

    @Override
    public boolean connected() {
        return mail().connected();
    }

    @Override
    public DeliveryResult deliver(Delivery delivery) {
        return directory
                .mailOf(String.valueOf(delivery.recipient()))
                .map(address -> mail().deliver(addressed(delivery, address)))
                .orElseGet(() -> new DeliveryResult.Permanent("В профиле пользователя нет адреса почты"));
    }

    /** A second letter about the same thing does less harm than none. */
    @Override
    public DeliveryResult deliverAgain(Delivery delivery) {
        return deliver(delivery);
    }

    @Override
    public @Nullable String check() {
        return mail().check();
    }

    private static Delivery addressed(Delivery delivery, String address) {
        return new Delivery(
                delivery.reference(),
                Channel.MAIL,
                address,
                null,
                delivery.subject(),
                delivery.body(),
                delivery.idempotencyKey());
    }

    private DeliveryChannel mail() {
        return channels.stream()
                .filter(channel -> channel.code().equals(Channel.MAIL.code()))
                .findFirst()
                .orElseThrow();
    }
}
