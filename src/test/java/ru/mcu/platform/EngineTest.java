package ru.mcu.platform;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/** One context for all tests of the platform. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = {EngineTest.PlatformAlone.class, EngineTestApplication.class},
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ActiveProfiles("enginetest")
@ContextConfiguration(initializers = EngineTestApplication.Database.class)
public @interface EngineTest {

    /** Keeps Spring Boot from adding the whole application, as it does beside mere test configurations. */
    class PlatformAlone {}
}
