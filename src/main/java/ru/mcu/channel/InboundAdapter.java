package ru.mcu.channel;

import java.util.List;
import ru.mcu.platform.Channel;

/** Understands what a channel sends. */
public interface InboundAdapter {

    Channel channel();

    /**
     * Reads one kept event. Called again for the same event after a failure, so it must change nothing itself.
     *
     * @param body the bytes as they came
     * @throws Unreadable when no later attempt will understand it either
     */
    List<Inbound> read(byte[] body);

    /** An event that nobody will ever understand; the reason is Russian and shown to the administrator. */
    final class Unreadable extends RuntimeException {

        private static final long serialVersionUID = 1;

        public Unreadable(String reason) {
            super(reason);
        }
    }
}
