package ru.mcu;

import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** A bot that the application hears but does not answer as: other tests publish to Telegram by hand. */
public final class TestTelegram implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    public static final String SECRET = "telegram-hook-secret";
    public static final String BOT = "mcu_test_bot";

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues.of(
                        "mcu.channels.telegram.mode=webhook",
                        "mcu.channels.telegram.secret=" + SECRET,
                        "mcu.channels.telegram.bot-name=" + BOT)
                .applyTo(context);
    }
}
