package ru.mcu;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import ru.mcu.platform.outbox.ChannelBroken;
import ru.mcu.platform.outbox.ChannelRecovered;
import ru.mcu.platform.outbox.Delivery;
import ru.mcu.platform.outbox.DeliveryChannel;
import ru.mcu.platform.outbox.DeliveryResult;

/** A way out of the tests' own: what the outbox does is looked at without any real channel's manners. */
public class RecordingChannel implements DeliveryChannel {

    private static final Function<Delivery, DeliveryResult> TAKES =
            delivery -> new DeliveryResult.Delivered(null, null);

    private final List<Delivery> taken = new CopyOnWriteArrayList<>();
    private final List<Delivery> again = new CopyOnWriteArrayList<>();
    private final List<Object> news = new CopyOnWriteArrayList<>();
    private volatile Function<Delivery, DeliveryResult> answer = TAKES;

    /** Forgets everything and takes every text from now on. */
    public void reset() {
        taken.clear();
        again.clear();
        news.clear();
        answer = TAKES;
    }

    public void answer(Function<Delivery, DeliveryResult> behaviour) {
        answer = behaviour;
    }

    /** Bodies in the order of the calls, refused ones too. */
    public List<String> bodies() {
        return taken.stream().map(Delivery::body).toList();
    }

    public List<String> bodiesAgain() {
        return again.stream().map(Delivery::body).toList();
    }

    /** What was told about this channel's health. */
    public List<Object> news() {
        return news;
    }

    @EventListener
    void on(ChannelBroken broken) {
        if (broken.carrier().equals(code())) {
            news.add(broken);
        }
    }

    @EventListener
    void on(ChannelRecovered recovered) {
        if (recovered.carrier().equals(code())) {
            news.add(recovered);
        }
    }

    @Override
    public String code() {
        return "recorder";
    }

    @Override
    public String title() {
        return "Проверка";
    }

    @Override
    public boolean connected() {
        return true;
    }

    @Override
    public @Nullable String lane(Delivery delivery) {
        return delivery.thread();
    }

    @Override
    public DeliveryResult deliver(Delivery delivery) {
        taken.add(delivery);
        return answer.apply(delivery);
    }

    @Override
    public DeliveryResult deliverAgain(Delivery delivery) {
        again.add(delivery);
        return deliver(delivery);
    }

    @Override
    public @Nullable String check() {
        return null;
    }
}
