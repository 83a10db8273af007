package ru.mcu.notice;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import ru.mcu.platform.Channel;
import ru.mcu.platform.outbox.Delivery;
import ru.mcu.platform.outbox.DeliveryChannel;
import ru.mcu.platform.outbox.DeliveryResult;

/** The city's bot writing to staff: the citizens' way out of the same messenger, with a queue and limits of its own. */
final class StaffBot implements DeliveryChannel {

    private final NoticeRoute route;
    private final Channel messenger;
    private final String prefix;
    private final ObjectProvider<DeliveryChannel> channels;
    private final HabitRows rows;

    /** @param prefix what an account's number needs before it to be a thread of the messenger */
    StaffBot(
            NoticeRoute route,
            Channel messenger,
            String prefix,
            ObjectProvider<DeliveryChannel> channels,
            HabitRows rows) {
        this.route = route;
        this.messenger = messenger;
        this.prefix = prefix;
        this.channels = channels;
        this.rows = rows;
    }

    @Override
    public String code() {
        return route.carrier();
    }

    @Override
    public String title() {
        return "Уведомления: " + route.title();
    }

    @Override
    public boolean connected() {
        return bot().connected();
    }

    @Override
    public @Nullable String lane(Delivery delivery) {
        return delivery.recipient();
    }

    @Override
    public DeliveryResult deliver(Delivery delivery) {
        return rows.account(String.valueOf(delivery.recipient()), route)
                .map(account -> bot().deliver(to(prefix + account, delivery)))
                .orElseGet(() -> new DeliveryResult.Permanent("Сотрудник отвязал мессенджер"));
    }

    /** A second notice of the same thing does less harm than none. */
    @Override
    public DeliveryResult deliverAgain(Delivery delivery) {
        return deliver(delivery);
    }

    @Override
    public @Nullable String check() {
        return bot().check();
    }

    private Delivery to(String thread, Delivery delivery) {
        return new Delivery(
                delivery.reference(),
                messenger,
                null,
                thread,
                delivery.subject(),
                delivery.subject() + "\n" + delivery.body(),
                delivery.idempotencyKey());
    }

    private DeliveryChannel bot() {
        return channels.stream()
                .filter(channel -> channel.code().equals(messenger.code()))
                .findFirst()
                .orElseThrow();
    }
}
