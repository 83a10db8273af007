package ru.mcu.channel.ok;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import ru.mcu.platform.outbox.DeliveryResult;

/** What the API's error codes mean for an answer; the list is in the API's documentation. */
final class OkRefusals {

    private static final Map<Integer, String> FOR_GOOD = Map.of(
            10, "Одноклассники не разрешают группе писать в эту переписку. Ответьте другим способом",
            100, "Одноклассники не приняли ответ: возможно, он слишком длинный. Сократите его",
            110, "Одноклассники не знают этого автора. Ответить ему там нельзя",
            300, "Этой переписки больше нет. Ответьте другим способом",
            454, "Одноклассники не пропустили текст: в нём запрещённые слова или ссылки. Измените ответ",
            455, "Автор не разрешил писать ему. Ответьте другим способом",
            456, "Автор закрыл сообщения от групп. Ответьте другим способом",
            457, "Автор не разрешил группе писать ему. Ответьте другим способом",
            458, "Настройки приватности автора не позволяют написать ему. Ответьте другим способом");

    private OkRefusals() {}

    static DeliveryResult result(int code, Instant now) {
        String forGood = FOR_GOOD.get(code);
        if (forGood != null) {
            return new DeliveryResult.Permanent(forGood);
        }
        return switch (code) {
            case 101, 102, 103, 104, 401, 403, 451, 453 ->
                new DeliveryResult.Temporary(
                        "Одноклассники не принимают ключ доступа группы. Выпустите новый",
                        now.plus(Duration.ofMinutes(10)));
            case 8 -> wait("Одноклассники просят писать реже", now, Duration.ofMinutes(1));
            case 7, 9, 11 ->
                wait("Одноклассники временно запретили группе писать: исчерпан предел", now, Duration.ofHours(1));
            // these say that something broke on the way, not where
            case 1, 2, 9999 -> new DeliveryResult.Temporary("Ошибка на стороне Одноклассников", null, true);
            default -> new DeliveryResult.Temporary("Одноклассники не приняли ответ (код " + code + ")", null);
        };
    }

    private static DeliveryResult wait(String reason, Instant now, Duration time) {
        return new DeliveryResult.Temporary(reason, now.plus(time));
    }
}
