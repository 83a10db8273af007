package ru.mcu.message.process;

import jakarta.validation.constraints.NotNull;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import ru.mcu.message.Publications;
import ru.mcu.platform.FieldError;
import ru.mcu.platform.Refused;
import ru.mcu.platform.task.TaskContext;
import ru.mcu.platform.task.TaskForm;

/** A person publishes where no channel is connected, and proves it (Рубцовск 4.2.11). */
@Component
class PublishForm implements TaskForm<PublishForm.Input> {

    private final Publications publications;

    PublishForm(Publications publications) {
        this.publications = publications;
    }

    @Override
    public String taskKey() {
        return "userTask_publishManually";
    }

    @Override
    public Class<Input> inputType() {
        return Input.class;
    }

    @Override
    public Map<String, Object> view(TaskContext task) {
        Publications.ByHand text = publications.byHand(DeletionForm.publicationOf(task));
        Map<String, Object> view = new HashMap<>();
        view.put("kind", text.kind().code());
        view.put("kindTitle", text.kind().title());
        view.put("text", text.text());
        view.put("link", text.link());
        view.put("channel", text.channel().title());
        view.put("error", text.error());
        view.put("deletedByAuthor", text.deletedByAuthor());
        view.put("sendable", publications.isLive(DeletionForm.publicationOf(task)));
        return view;
    }

    @Override
    public Map<String, Object> submit(TaskContext task, Input input) {
        UUID publication = DeletionForm.publicationOf(task);
        if (input.decision() == Decision.WITHHOLD) {
            if (input.note() == null || input.note().isBlank()) {
                throw Refused.invalid(
                        "Укажите причину",
                        "Напишите, почему не публикуем.",
                        new FieldError("note", "Напишите, почему не публикуем"));
            }
            publications.withhold(publication, input.note());
            return decided(false, false);
        }
        if (input.decision() == Decision.SEND_AGAIN) {
            if (!publications.isLive(publication)) {
                throw Refused.conflict(
                        "Канал не подключён",
                        "Отправить через канал нельзя: опубликуйте вручную и подтвердите ссылкой.");
            }
            return decided(true, true);
        }
        publications.publishedByHand(publication, input.link(), input.proof(), input.note());
        return decided(true, false);
    }

    private static Map<String, Object> decided(boolean published, boolean sendAgain) {
        return Map.of(MessageVariables.PUBLISHED.name(), published, MessageVariables.SEND_AGAIN.name(), sendAgain);
    }

    enum Decision implements FormDecision {
        PUBLISHED,
        SEND_AGAIN,
        WITHHOLD
    }

    record Input(
            @NotNull(message = "Выберите решение") Decision decision,
            @Nullable String link,
            @Nullable UUID proof,
            @Nullable String note) {}
}
