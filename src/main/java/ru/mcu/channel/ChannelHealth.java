package ru.mcu.channel;

import java.util.List;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;
import org.springframework.stereotype.Component;
import ru.mcu.platform.outbox.OutboxChannels;

/**
 * The ways out for monitoring: what is known of them, without calling anybody. A dead channel does not make the
 * application unready, since what waits for it is safe.
 */
@Component("channelsHealthIndicator")
class ChannelHealth implements HealthIndicator {

    private static final Status ILL = new Status("CHANNEL_DOWN", "Канал не отвечает");

    private final OutboxChannels channels;

    ChannelHealth(OutboxChannels channels) {
        this.channels = channels;
    }

    @Override
    public Health health() {
        List<OutboxChannels.State> states =
                channels.all().stream().filter(OutboxChannels.State::connected).toList();
        boolean ill = states.stream().anyMatch(state -> state.brokenSince() != null);
        Health.Builder health = ill ? Health.status(ILL) : Health.up();
        states.forEach(state -> health.withDetail(state.code(), wordFor(state)));
        return health.build();
    }

    private static String wordFor(OutboxChannels.State state) {
        if (state.paused()) {
            return "paused, waiting " + state.waiting();
        }
        return (state.brokenSince() == null ? "up" : "down") + ", waiting " + state.waiting();
    }
}
