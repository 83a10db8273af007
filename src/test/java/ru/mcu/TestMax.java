package ru.mcu;

import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** A bot that the application hears but does not answer as: other tests publish to MAX by hand. */
public final class TestMax implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    public static final String SECRET = "max-hook-secret";
    public static final String BOT = "mcu_test_bot";

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues.of("mcu.channels.max.secret=" + SECRET, "mcu.channels.max.bot-name=" + BOT)
                .applyTo(context);
    }
}
