package ru.mcu.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.mock.env.MockEnvironment;

@DisplayName("Рабочий режим не запускается с настройками демонстрации")
class ProductionRulesTests {

    private final MockEnvironment environment = new MockEnvironment();

    @BeforeEach
    void properInstallation() {
        environment.setActiveProfiles("production");
        environment.setProperty("camunda.bpm.admin-user.id", "admin");
        environment.setProperty("camunda.bpm.admin-user.password", "Лось-идёт-в-лес-7");
        environment.setProperty("spring.datasource.url", "jdbc:postgresql://db/mcu");
    }

    @Test
    @DisplayName("правильная установка запускается")
    void properInstallationBreaksNoRule() {
        assertThat(ProductionRules.broken(environment)).isEmpty();
    }

    @Test
    @DisplayName("профиль demo рядом с production запрещён")
    void demoProfileIsRefused() {
        environment.setActiveProfiles("production", "demo");

        assertThat(ProductionRules.broken(environment))
                .singleElement()
                .asString()
                .contains("профиль demo");
    }

    @Test
    @DisplayName("демонстрационные учётные записи запрещены и без профиля demo")
    void demoAccountsAreRefused() {
        environment.setProperty("mcu.demo.enabled", "true");

        assertThat(ProductionRules.broken(environment))
                .singleElement()
                .asString()
                .contains("демонстрационные");
    }

    @ParameterizedTest
    @CsvSource({
        "'', Не задан пароль",
        "'   ', Не задан пароль",
        "admin, стандартный",
        "mcu-demo, стандартный",
        "MCU-Demo, стандартный",
        "коротк-11-б, короче 12",
    })
    @DisplayName("слабый пароль администратора запрещён")
    void weakAdminPasswordIsRefused(String password, String reason) {
        environment.setProperty("camunda.bpm.admin-user.password", password);

        assertThat(ProductionRules.broken(environment))
                .singleElement()
                .asString()
                .contains(reason)
                .doesNotContain("MCU-Demo", "коротк-11-б");
    }

    @Test
    @DisplayName("длинный пароль, равный имени администратора, запрещён")
    void passwordEqualToTheLongIdIsRefused() {
        environment.setProperty("camunda.bpm.admin-user.id", "administrator-goroda");
        environment.setProperty("camunda.bpm.admin-user.password", "administrator-goroda");

        assertThat(ProductionRules.broken(environment))
                .singleElement()
                .asString()
                .contains("стандартный");
    }

    @Test
    @DisplayName("пароль ровно из 12 символов разрешён")
    void twelveCharactersAreEnough() {
        environment.setProperty("camunda.bpm.admin-user.password", "abcdefghij12");

        assertThat(ProductionRules.broken(environment)).isEmpty();
    }

    @Test
    @DisplayName("без администратора его создал бы первый посетитель, поэтому запуск запрещён")
    void missingAdminIsRefused() {
        environment.setProperty("camunda.bpm.admin-user.id", "");

        assertThat(ProductionRules.broken(environment))
                .singleElement()
                .asString()
                .contains("Не задан администратор");
    }

    @Test
    @DisplayName("встроенная база в рабочем режиме — только по явному решению")
    void embeddedDatabaseNeedsAnExplicitDecision() {
        environment.setProperty("spring.datasource.url", "");

        assertThat(ProductionRules.broken(environment))
                .singleElement()
                .asString()
                .contains("внешняя база");

        environment.setProperty("mcu.database.embedded-in-production", "true");

        assertThat(ProductionRules.broken(environment)).isEmpty();
    }

    @Test
    @DisplayName("все нарушения названы сразу")
    void allBrokenRulesAreToldAtOnce() {
        MockEnvironment empty = new MockEnvironment();
        empty.setActiveProfiles("production", "demo");

        assertThat(ProductionRules.broken(empty)).hasSize(4);
    }

    @Test
    @DisplayName("страж останавливает production и не мешает демонстрации")
    void guardActsOnlyInProduction() {
        environment.setProperty("camunda.bpm.admin-user.password", "admin");
        GenericApplicationContext production = new GenericApplicationContext();
        production.setEnvironment(environment);

        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> new ProductionGuard().initialize(production))
                .satisfies(refused -> assertThat(
                                new StartRefusedAnalyzer().analyze(refused).getAction())
                        .contains("Пароль администратора стандартный"));

        environment.setActiveProfiles("demo");
        assertThatNoException().isThrownBy(() -> new ProductionGuard().initialize(production));
    }
}
