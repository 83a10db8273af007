package ru.mcu;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import ru.mcu.coverage.ProcessRecorder;
import ru.mcu.platform.TestClock;

/** What tests of the whole application replace: the clock; and the engine tells which nodes it passes. */
@TestConfiguration
public class TestBeans {

    @Bean
    @Primary
    TestClock testClock() {
        return new TestClock();
    }

    @Bean
    ProcessRecorder processRecorder() {
        return new ProcessRecorder();
    }

    @Bean
    RecordingChannel recordingChannel() {
        return new RecordingChannel();
    }
}
