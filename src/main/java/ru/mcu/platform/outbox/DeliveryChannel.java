package ru.mcu.platform.outbox;

import org.jspecify.annotations.Nullable;

/** One way out. Called outside any transaction; may be called again with the same key after a crash. */
public interface DeliveryChannel {

    /** The word for it in the outbox, the settings {@code mcu.outbox.limits} and on the administrator's page. */
    String code();

    /** The name that staff see. */
    String title();

    /** Whether this installation is connected; without it a person carries the text. */
    boolean connected();

    /** Who shares a pace with this delivery, such as a chat; null when only the channel as a whole has one. */
    default @Nullable String lane(Delivery delivery) {
        return null;
    }

    /** Delivers; reports failures as results, never as exceptions. */
    DeliveryResult deliver(Delivery delivery);

    /**
     * Delivers what an earlier attempt may have delivered already: a node died while sending, or the connection broke
     * before the answer came. A channel that knows {@link Delivery#idempotencyKey()} just repeats; one that does not
     * looks first, and where nothing can be seen says {@link DeliveryResult.Permanent}, so that a person looks.
     */
    DeliveryResult deliverAgain(Delivery delivery);

    /**
     * Asks the other side whether it would take deliveries, without delivering any: the test button of the
     * administrator.
     *
     * @return what is wrong, in Russian, or null when all is well
     */
    @Nullable
    String check();
}
