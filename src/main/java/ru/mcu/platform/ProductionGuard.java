package ru.mcu.platform;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Profiles;

/** Refuses to start in production with what is fit only for a demonstration, before anything is opened. */
public final class ProductionGuard implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    /**
     * @throws StartRefused in the profile {@code production} when at least one rule is broken
     */
    @Override
    public void initialize(ConfigurableApplicationContext context) {
        if (!context.getEnvironment().acceptsProfiles(Profiles.of("production"))) {
            return;
        }
        List<String> broken = ProductionRules.broken(context.getEnvironment());
        if (!broken.isEmpty()) {
            throw new StartRefused(
                    "Запуск в рабочем режиме (профиль production) остановлен.",
                    broken.stream().map(rule -> "- " + rule).collect(Collectors.joining("\n")));
        }
    }
}
