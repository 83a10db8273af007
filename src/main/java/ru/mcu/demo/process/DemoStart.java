package ru.mcu.demo.process;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import ru.mcu.demo.DemoClock;
import ru.mcu.demo.DemoMessage;
import ru.mcu.demo.DemoMessages;
import ru.mcu.platform.ClusterLock;

/** Plays the demo stories after processes and accounts are there, and before jobs run and the application is ready. */
@Component
@Profile("demo")
@ConditionalOnExpression("${mcu.demo.messages:-1} != 0")
class DemoStart {

    private static final Logger log = LoggerFactory.getLogger(DemoStart.class);

    private final DemoCity city;
    private final DemoClock clock;
    private final ClusterLock lock;
    private final int wanted;

    DemoStart(DemoCity city, DemoClock clock, ClusterLock lock, @Value("${mcu.demo.messages:62}") int wanted) {
        this.city = city;
        this.clock = clock;
        this.lock = lock;
        this.wanted = wanted;
    }

    /** After deployment (-100) and provisioning; the job executor starts with ApplicationReadyEvent only. */
    @EventListener(ApplicationStartedEvent.class)
    void play() {
        List<DemoMessage> chosen = DemoMessages.some(wanted);
        Instant now = clock.instant();
        int played = lock.holding("demo", () -> city.play(chosen, clock, now));
        if (played > 0) {
            log.info(
                    "demo: {} messages in {} s",
                    played,
                    Duration.between(now, clock.instant()).toSeconds());
        }
    }
}
