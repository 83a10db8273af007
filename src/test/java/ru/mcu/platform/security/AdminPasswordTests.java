package ru.mcu.platform.security;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Без пароля администратора система не запускается")
class AdminPasswordTests {

    @Test
    void emptyOrGuessableStopsTheStart() {
        assertThatThrownBy(() -> new AdminPassword("admin", "")).hasMessageContaining("Пароль администратора");
        assertThatThrownBy(() -> new AdminPassword("admin", "admin")).hasMessageContaining("Пароль администратора");
    }

    @Test
    void anotherPasswordOrForeignAccountsStart() {
        assertThatCode(() -> new AdminPassword("admin", "something else")).doesNotThrowAnyException();
        assertThatCode(() -> new AdminPassword("false", "")).doesNotThrowAnyException();
    }
}
