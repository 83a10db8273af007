package ru.mcu;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import ru.mcu.coverage.CountsAsRun;

/**
 * The one way to start the whole application in a test, so that Spring starts it once for all of them: demo profile,
 * shared database, web server on a free port, timers and jobs run only when a test says so.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "camunda.bpm.job-execution.enabled=false",
            "mcu.data-dir=target/test-data",
            "mcu.demo.messages=0",
            "mcu.outbox.enabled=false",
            "mcu.inbox.enabled=false",
            "mcu.media.enabled=false",
            "mcu.outbox.limits.recorder.identical-per-hour=5",
            "mcu.outbox.limits.recorder.lane-interval=1s",
            "mcu.channels.open311.enabled=true",
            "mcu.channels.open311.keys.portal=key-of-the-portal",
            "mcu.channels.open311.jurisdiction=rubtsovsk.example",
            "mcu.duplicates.poll=1h",
            "mcu.audit.seal-every=1h",
            "mcu.absence.check-every=PT1H"
        })
@ExtendWith(CountsAsRun.class)
@Import({TestBeans.class, Staff.class})
@ContextConfiguration(
        initializers = {
            TestDatabase.class,
            TestMail.class,
            TestVk.class,
            TestOk.class,
            TestTelegram.class,
            TestMax.class
        })
public @interface WholeApplication {}
