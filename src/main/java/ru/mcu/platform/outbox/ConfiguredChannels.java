package ru.mcu.platform.outbox;

import java.util.List;

/** Ways out of which an installation has as many as its settings name, such as webhooks of other systems. */
public interface ConfiguredChannels {

    /** The same list at every call. */
    List<DeliveryChannel> channels();
}
