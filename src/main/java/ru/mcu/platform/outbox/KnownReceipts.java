package ru.mcu.platform.outbox;

/**
 * Which of a channel's texts are receipts of ours already: a channel without an idempotency key looks for its text among
 * those that it sent, and must not take one text for two deliveries.
 */
@FunctionalInterface
public interface KnownReceipts {

    /** Whether a delivery of the last days ended with this {@link DeliveryResult.Delivered#externalId() id}. */
    boolean contains(String carrier, String externalId);
}
