package ru.mcu.platform.security;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Stops a start whose first administrator would get a password anybody guesses: without one the engine takes the id. */
@Component
class AdminPassword {

    AdminPassword(
            @Value("${camunda.bpm.admin-user.id:}") String id,
            @Value("${camunda.bpm.admin-user.password:}") String password) {
        boolean managedElsewhere = id.isBlank() || id.equals("false");
        if (!managedElsewhere && (password.isBlank() || password.equals(id))) {
            throw new IllegalStateException(
                    "Пароль администратора не задан или равен имени. Задайте camunda.bpm.admin-user.password.");
        }
    }
}
