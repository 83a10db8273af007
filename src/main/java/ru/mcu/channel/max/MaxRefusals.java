package ru.mcu.channel.max;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javax.net.ssl.SSLHandshakeException;
import ru.max.bot.ApiException;
import ru.mcu.platform.outbox.DeliveryResult;

/** What a failed call of MAX means for an answer. */
final class MaxRefusals {

    static final String SILENT = "МАХ не отвечает";
    static final String BAD_TOKEN = "МАХ не принимает токен бота. Проверьте его в кабинете МАХ";
    static final String NOT_TRUSTED =
            "Сертификат МАХ не известен серверу. Укажите сертификаты Минцифры в mcu.channels.max.ca-file";

    private static final Duration TOKEN_WAITS = Duration.ofMinutes(10);

    private MaxRefusals() {}

    static DeliveryResult result(ApiException failure, Clock clock) {
        if (MaxClient.isSilence(failure)) {
            return new DeliveryResult.Temporary(words(failure), null, MaxClient.maybeArrived(failure));
        }
        return switch (failure.getCode()) {
            case 401 -> new DeliveryResult.Temporary(BAD_TOKEN, clock.instant().plus(TOKEN_WAITS));
            case 429 -> new DeliveryResult.Temporary("МАХ просит писать реже", notBefore(failure, clock));
            case 403 ->
                new DeliveryResult.Permanent(
                        "Автор остановил бота, или бота удалили из чата. Ответьте другим способом");
            case 404 -> new DeliveryResult.Permanent("МАХ не знает этого чата. Ответьте другим способом");
            default ->
                failure.getCode() >= 500
                        ? new DeliveryResult.Temporary("Ошибка на стороне МАХ", null, MaxClient.maybeArrived(failure))
                        : new DeliveryResult.Permanent("МАХ не принял ответ (" + failure.getCode() + code(failure)
                                + "). Посмотрите в канале, можно ли ответить");
        };
    }

    /** What is wrong with the channel as a whole. */
    static String words(ApiException failure) {
        if (failure.getCode() == 401) {
            return BAD_TOKEN;
        }
        return failure.getCause() instanceof SSLHandshakeException ? NOT_TRUSTED : SILENT;
    }

    private static Instant notBefore(ApiException failure, Clock clock) {
        long seconds = Optional.ofNullable(failure.getResponseHeaders())
                .flatMap(headers -> headers.firstValue("Retry-After"))
                .filter(value -> value.matches("\\d{1,5}"))
                .map(Long::valueOf)
                .orElse(1L);
        return clock.instant().plusSeconds(seconds);
    }

    /** The key of the error, such as {@code proto.payload}; its text may quote the answer. */
    private static String code(ApiException failure) {
        try {
            String code = MaxClient.JSON
                    .readTree(String.valueOf(failure.getResponseBody()))
                    .path("code")
                    .asText("");
            return code.matches("[\\w.-]{1,60}") ? ", " + code : "";
        } catch (JsonProcessingException e) {
            return "";
        }
    }
}
