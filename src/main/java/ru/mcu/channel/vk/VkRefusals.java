package ru.mcu.channel.vk;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import ru.mcu.platform.outbox.DeliveryResult;

/** What the API's error codes mean for an answer; the list is in the API's documentation. */
final class VkRefusals {

    static final int KEYBOARD = 911;
    static final int NOT_A_BOT = 912;

    private static final Duration TOKEN_WAITS = Duration.ofMinutes(10);

    private static final Map<Integer, String> FOR_GOOD = Map.ofEntries(
            Map.entry(14, "ВКонтакте просит ввести код с картинки. Опубликуйте ответ вручную"),
            Map.entry(15, "ВКонтакте не пускает к этой записи или переписке. Опубликуйте ответ вручную"),
            Map.entry(18, "Страница автора удалена или заблокирована. Ответить ему во ВКонтакте нельзя"),
            Map.entry(19, "Запись заблокирована ВКонтакте. Ответить под ней нельзя"),
            Map.entry(
                    100,
                    "ВКонтакте не принял ответ: записи или комментария уже нет. Посмотрите в канале, можно ли ответить"),
            Map.entry(113, "ВКонтакте не знает этого автора. Ответить ему во ВКонтакте нельзя"),
            Map.entry(212, "Комментарии к записи закрыты. Откройте их или ответьте другим способом"),
            Map.entry(213, "Отвечать под этой записью нельзя. Проверьте настройки комментариев сообщества"),
            Map.entry(222, "ВКонтакте запрещает ссылки в комментариях. Уберите ссылки из ответа"),
            Map.entry(900, "Автор в чёрном списке сообщества. Уберите его оттуда или ответьте другим способом"),
            Map.entry(901, "Автор не разрешил сообществу писать ему. Ответьте другим способом"),
            Map.entry(902, "Настройки приватности автора не позволяют написать ему. Ответьте другим способом"),
            Map.entry(914, "Ответ слишком длинный для ВКонтакте. Сократите его"),
            Map.entry(917, "У сообщества нет доступа к этой беседе. Ответьте другим способом"),
            Map.entry(922, "Сообщество вышло из этой беседы. Ответьте другим способом"),
            Map.entry(927, "Этой беседы больше нет. Ответьте другим способом"),
            Map.entry(932, "Сообществу нельзя писать этому собеседнику. Ответьте другим способом"),
            Map.entry(945, "Беседа отключена. Ответьте другим способом"),
            Map.entry(950, "Срок, в который сообщество может ответить автору, прошёл. Ответьте другим способом"));

    private VkRefusals() {}

    static DeliveryResult result(int code, Instant now) {
        String forGood = FOR_GOOD.get(code);
        if (forGood != null) {
            return new DeliveryResult.Permanent(forGood);
        }
        return switch (code) {
            case 5, 27, 28 ->
                new DeliveryResult.Temporary(
                        "ВКонтакте не принимает ключ доступа сообщества. Выпустите новый", now.plus(TOKEN_WAITS));
            case 7 ->
                new DeliveryResult.Temporary(
                        "У ключа доступа сообщества нет нужных прав. Выпустите ключ с правами на стену и сообщения",
                        now.plus(TOKEN_WAITS));
            case 6 -> wait("ВКонтакте просит писать реже", now, Duration.ofSeconds(1));
            case 9 ->
                wait("ВКонтакте принял ответы за спам: слишком много одинаковых действий", now, Duration.ofMinutes(10));
            case 29 -> wait("Исчерпан предел обращений к ВКонтакте", now, Duration.ofHours(1));
            case 223 -> wait("Под записью слишком много ответов подряд", now, Duration.ofHours(1));
            // these two say that something broke on the way, not where
            case 1, 10 -> new DeliveryResult.Temporary("Ошибка на стороне ВКонтакте", null, true);
            default -> new DeliveryResult.Temporary("ВКонтакте не принял ответ (код " + code + ")", null);
        };
    }

    private static DeliveryResult wait(String reason, Instant now, Duration time) {
        return new DeliveryResult.Temporary(reason, now.plus(time));
    }
}
