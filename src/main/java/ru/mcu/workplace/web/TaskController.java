package ru.mcu.workplace.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import ru.mcu.directory.Directory;
import ru.mcu.message.ContactLooks;
import ru.mcu.message.MessageCards;
import ru.mcu.platform.CurrentUser;
import ru.mcu.platform.task.TaskInputs;
import ru.mcu.platform.task.TaskSubmission;
import ru.mcu.platform.task.TaskView;
import ru.mcu.platform.task.TaskViews;

/** What the embedded forms talk to: read a task, save what is typed, complete it. */
@RestController
@RequestMapping("/api/tasks/{taskId}")
class TaskController {

    private final TaskViews views;
    private final TaskInputs inputs;
    private final TaskSubmission submission;
    private final MessageCards cards;
    private final ContactLooks looks;
    private final Directory directory;
    private final CurrentUser user;
    private final ObjectMapper json;

    TaskController(
            TaskViews views,
            TaskInputs inputs,
            TaskSubmission submission,
            MessageCards cards,
            ContactLooks looks,
            Directory directory,
            CurrentUser user,
            ObjectMapper json) {
        this.views = views;
        this.inputs = inputs;
        this.submission = submission;
        this.cards = cards;
        this.looks = looks;
        this.directory = directory;
        this.user = user;
        this.json = json;
    }

    @GetMapping
    Map<String, @Nullable Object> get(@PathVariable String taskId) {
        TaskView task = views.view(taskId);
        Map<String, @Nullable Object> body = new HashMap<>();
        body.put("taskId", task.taskId());
        body.put("key", task.key());
        body.put("name", task.name());
        body.put("documentation", task.documentation());
        body.put("messageId", task.messageId());
        body.put("assignee", task.assignee());
        body.put("assigneeName", task.assignee() == null ? null : directory.personName(task.assignee()));
        body.put("mine", task.mine());
        body.put("due", task.due());
        body.put("view", task.view());
        inputs.find(taskId, user.id()).ifPresent(saved -> {
            body.put("input", read(saved.input()));
            body.put("savedAt", saved.at());
        });
        body.put("leftOver", leftOver(task.messageId(), taskId));
        body.put("card", looks.shown(cards.card(task.messageId())));
        return body;
    }

    private List<Map<String, Object>> leftOver(UUID message, String taskId) {
        return inputs.leftOver(message, user.id(), taskId).stream()
                .map(saved -> Map.<String, Object>of("input", read(saved.input()), "savedAt", saved.at()))
                .toList();
    }

    @PutMapping("/input")
    Map<String, Object> save(@PathVariable String taskId, @RequestBody JsonNode input) {
        UUID message = views.subject(taskId).orElse(null);
        return Map.of("savedAt", inputs.save(taskId, user.id(), message, input.toString()));
    }

    @PostMapping("/complete")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void complete(@PathVariable String taskId, @RequestBody JsonNode input) {
        inputs.save(taskId, user.id(), views.subject(taskId).orElse(null), input.toString());
        submission.submit(taskId, input);
    }

    private JsonNode read(String input) {
        try {
            return json.readTree(input);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
