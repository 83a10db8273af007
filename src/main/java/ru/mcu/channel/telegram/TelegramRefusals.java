package ru.mcu.channel.telegram;

import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import ru.mcu.platform.outbox.DeliveryResult;

/** What a refusal of the Bot API means for an answer. */
final class TelegramRefusals {

    static final String BAD_TOKEN = "Телеграм не принимает токен бота. Проверьте его у BotFather";

    private static final Duration TOKEN_WAITS = Duration.ofMinutes(10);
    private static final int LONGEST_DESCRIPTION = 200;

    private TelegramRefusals() {}

    static DeliveryResult result(TelegramAnswer.Refused refused, Clock clock) {
        return switch (refused.code()) {
            case 429 -> new DeliveryResult.Temporary("Телеграм просит писать реже", refused.notBefore());
            case 401, 404 ->
                new DeliveryResult.Temporary(BAD_TOKEN, clock.instant().plus(TOKEN_WAITS));
            case 403 ->
                new DeliveryResult.Permanent(
                        "Автор заблокировал бота, или бота удалили из группы. Ответьте другим способом");
            case 400 -> new DeliveryResult.Permanent(badRequest(refused.description()));
            default ->
                refused.code() >= 500
                        ? new DeliveryResult.Temporary("Ошибка на стороне Телеграма", refused.notBefore())
                        : new DeliveryResult.Permanent(foreign(refused.description()));
        };
    }

    private static String badRequest(String description) {
        String words = description.toLowerCase(Locale.ROOT);
        if (words.contains("chat not found")) {
            return "Телеграм не знает этого чата. Проверьте, что бот в нём есть, или ответьте другим способом";
        }
        if (words.contains("too long")) {
            return "Ответ слишком длинный для Телеграма. Сократите его";
        }
        if (words.contains("topic_closed") || words.contains("thread not found")) {
            return "Тема в группе закрыта или удалена. Откройте её или ответьте другим способом";
        }
        if (words.contains("not enough rights")
                || words.contains("have no rights")
                || words.contains("write_forbidden")) {
            return "Боту нельзя писать в этой группе. Дайте ему это право или ответьте другим способом";
        }
        return foreign(description);
    }

    private static String foreign(String description) {
        String words = description.substring(0, Math.min(description.length(), LONGEST_DESCRIPTION));
        return "Телеграм не принял ответ («" + words + "»). Посмотрите в канале, можно ли ответить";
    }
}
