package ru.mcu.platform.outbox;

import ru.mcu.platform.Channel;

/** The way out to one channel. Called outside any transaction; may be called again with the same key after a crash. */
public interface DeliveryChannel {

    Channel channel();

    /** Whether this installation is connected to the channel; without it the answer is published by hand. */
    boolean connected();

    /** Delivers once per {@link Delivery#idempotencyKey()}; reports failures as results, never as exceptions. */
    DeliveryResult deliver(Delivery delivery);
}
