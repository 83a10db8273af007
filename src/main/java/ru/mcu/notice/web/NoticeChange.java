package ru.mcu.notice.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;

/** A person's new choices. */
record NoticeChange(
        @NotNull(message = "Список не заполнен") @Size(max = 30, message = "Слишком длинный список")
        List<@Valid Choice> refused,

        @NotNull(message = "Укажите время") @Pattern(regexp = TIME, message = "Время пишется так: 20:00")
        String quietFrom,

        @NotNull(message = "Укажите время") @Pattern(regexp = TIME, message = "Время пишется так: 08:00")
        String quietTo,

        boolean restDays) {

    private static final String TIME = "([01]\\d|2[0-3]):[0-5]\\d";

    record Choice(
            @NotNull(message = "Не указано, о чём") String kind,
            @NotNull(message = "Не указано, куда") String route) {}
}
