package ru.mcu;

import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** A group that the application hears but does not answer: other tests publish to Одноклассники by hand. */
public final class TestOk implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    public static final String SECRET = "a-secret-of-thirty-two-characters";

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues.of("mcu.channels.ok.secret=" + SECRET).applyTo(context);
    }
}
