package ru.mcu;

import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** A community that the application hears but does not answer: other tests publish to ВКонтакте by hand. */
public final class TestVk implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    public static final long GROUP = 456;
    public static final String SECRET = "callback-secret";
    public static final String CONFIRMATION = "c0nf1rm";

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues.of(
                        "mcu.channels.vk.group=" + GROUP,
                        "mcu.channels.vk.secret=" + SECRET,
                        "mcu.channels.vk.confirmation=" + CONFIRMATION)
                .applyTo(context);
    }
}
