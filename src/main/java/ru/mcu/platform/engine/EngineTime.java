package ru.mcu.platform.engine;

import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.stereotype.Component;
import ru.mcu.platform.MovableTime;

/** Moves the engine's own clock, which it keeps for the whole virtual machine. */
@Component
public class EngineTime implements MovableTime {

    @Override
    public void moveTo(Instant moment) {
        ClockUtil.setCurrentTime(Date.from(moment));
    }

    @Override
    public void release() {
        ClockUtil.reset();
    }
}
