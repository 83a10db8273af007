package ru.mcu.demo;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Primary;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import ru.mcu.platform.MovableTime;
import ru.mcu.platform.engine.EngineTime;

/**
 * The system's time, except for the one thread that plays the demo stories: it sees the moment of its story. The
 * engine's clock cannot be moved for one thread only, so the stories are played before jobs run and people come.
 */
@Component
@Primary
@Profile("demo")
@ConditionalOnExpression("${mcu.demo.messages:-1} != 0")
public class DemoClock extends Clock implements MovableTime {

    private final Clock system = Clock.systemUTC();
    private final EngineTime engine;
    private volatile @Nullable Moved moved;

    DemoClock(EngineTime engine) {
        this.engine = engine;
    }

    @Override
    public void moveTo(Instant moment) {
        moved = new Moved(Thread.currentThread(), moment);
        engine.moveTo(moment);
    }

    @Override
    public void release() {
        moved = null;
        engine.release();
    }

    @Override
    public Instant instant() {
        Moved now = moved;
        return now != null && now.by() == Thread.currentThread() ? now.at() : system.instant();
    }

    @Override
    public ZoneId getZone() {
        return system.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return system.withZone(zone);
    }

    private record Moved(Thread by, Instant at) {}
}
