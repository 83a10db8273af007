package ru.mcu.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.util.StringUtils;

/** What a production installation must not have: each rule is one sentence for the administrator. */
final class ProductionRules {

    static final int MIN_PASSWORD_LENGTH = 12;
    static final String DEMO_PASSWORD = "mcu-demo";

    private ProductionRules() {}

    /** The broken rules in Russian, without secrets; empty when the installation may start. */
    static List<String> broken(Environment environment) {
        List<String> broken = new ArrayList<>();
        if (environment.acceptsProfiles(Profiles.of("demo"))
                || environment.getProperty("mcu.demo.enabled", Boolean.class, false)) {
            broken.add("Включены демонстрационные учётные записи: уберите профиль demo из SPRING_PROFILES_ACTIVE.");
        }
        addAdminRules(broken, environment);
        if (!StringUtils.hasText(environment.getProperty("spring.datasource.url"))
                && !environment.getProperty("mcu.database.embedded-in-production", Boolean.class, false)) {
            broken.add(
                    "Не задана внешняя база данных: укажите SPRING_DATASOURCE_URL, SPRING_DATASOURCE_USERNAME и пароль."
                            + " Если встроенная база выбрана осознанно, задайте mcu.database.embedded-in-production=true.");
        }
        return List.copyOf(broken);
    }

    private static void addAdminRules(List<String> broken, Environment environment) {
        String id = environment.getProperty("camunda.bpm.admin-user.id");
        String password = environment.getProperty("camunda.bpm.admin-user.password");
        if (!StringUtils.hasText(id)) {
            broken.add("Не задан администратор (camunda.bpm.admin-user.id):"
                    + " без него учётную запись администратора создаст первый, кто откроет страницу.");
        }
        if (!StringUtils.hasText(password)) {
            broken.add("Не задан пароль администратора: положите его в секрет camunda.bpm.admin-user.password.");
        } else if (password.equals(id) || password.toLowerCase(Locale.ROOT).equals(DEMO_PASSWORD)) {
            broken.add("Пароль администратора стандартный: задайте другой в секрете camunda.bpm.admin-user.password.");
        } else if (password.length() < MIN_PASSWORD_LENGTH) {
            broken.add("Пароль администратора короче " + MIN_PASSWORD_LENGTH
                    + " символов: задайте длиннее в секрете camunda.bpm.admin-user.password.");
        }
    }
}
