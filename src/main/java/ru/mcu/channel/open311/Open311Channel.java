package ru.mcu.channel.open311;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import ru.mcu.platform.Channel;
import ru.mcu.platform.outbox.Delivery;
import ru.mcu.platform.outbox.DeliveryChannel;
import ru.mcu.platform.outbox.DeliveryResult;

/**
 * The way out of Open311: programs ask for the answer, so a text is there as soon as it counts as published. A survey has a
 * secret link and never goes this way.
 */
@Component
class Open311Channel implements DeliveryChannel {

    private final Open311Settings settings;

    Open311Channel(Open311Settings settings) {
        this.settings = settings;
    }

    @Override
    public String code() {
        return Channel.OPEN311.code();
    }

    @Override
    public String title() {
        return Channel.OPEN311.title();
    }

    @Override
    public boolean connected() {
        return settings.enabled();
    }

    @Override
    public DeliveryResult deliver(Delivery delivery) {
        return delivery.choices().isEmpty()
                ? new DeliveryResult.Delivered(null, null)
                : new DeliveryResult.Permanent("Опрос в Open311 не показать: пришлите автору ссылку иначе");
    }

    @Override
    public DeliveryResult deliverAgain(Delivery delivery) {
        return deliver(delivery);
    }

    @Override
    public @Nullable String check() {
        return settings.keys().isEmpty() ? "Не задан ни один ключ: сообщать о проблемах некому" : null;
    }
}
