package ru.mcu.channel.max;

import jakarta.annotation.PreDestroy;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.stereotype.Component;
import ru.max.bot.ApiException;
import ru.max.bot.CallbackAnswer;
import ru.max.bot.MessageCallbackUpdate;
import ru.mcu.channel.Inbound;

/** Tells a person who pressed a button that it was heard; apart from the hook, which must answer at once. */
@Component
class MaxPresses {

    private static final Logger log = LoggerFactory.getLogger(MaxPresses.class);
    private static final int MOST_WAITING = 100;

    private final MaxSettings settings;
    private final MaxClient client;
    private final ThreadPoolExecutor calls = new ThreadPoolExecutor(
            1,
            1,
            10,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(MOST_WAITING),
            new CustomizableThreadFactory("max-press-"),
            new ThreadPoolExecutor.DiscardPolicy());

    MaxPresses(MaxSettings settings, MaxClient client) {
        this.settings = settings;
        this.client = client;
    }

    /** As well as it goes: a press is kept already, and its answer is a courtesy. */
    void answer(MessageCallbackUpdate press) {
        if (settings.speaks()
                && press.getCallback() != null
                && press.getCallback().getCallbackId() != null) {
            calls.execute(() -> call(press));
        }
    }

    private void call(MessageCallbackUpdate press) {
        String words = MaxInbound.press(press) instanceof Inbound.Mark
                ? "Спасибо за оценку"
                : "Оценить ответ может только автор сообщения";
        try {
            client.messages()
                    .answerOnCallback(press.getCallback().getCallbackId(), new CallbackAnswer().notification(words));
        } catch (ApiException e) {
            log.debug("a pressed button was not answered: {}", e.getCode());
        }
    }

    @PreDestroy
    void stop() {
        calls.shutdownNow();
    }
}
