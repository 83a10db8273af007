package ru.mcu.workplace.web;

import java.util.Arrays;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import ru.mcu.directory.Directory;
import ru.mcu.message.AnswerOutcome;
import ru.mcu.message.MessageKind;
import ru.mcu.message.Priority;
import ru.mcu.platform.CurrentUser;
import ru.mcu.structuring.TopicCatalog;

/** The lists that forms offer: bodies, districts, topics, priorities. */
@RestController
class ChoicesController {

    private final Directory directory;
    private final TopicCatalog topics;
    private final CurrentUser user;

    ChoicesController(Directory directory, TopicCatalog topics, CurrentUser user) {
        this.directory = directory;
        this.topics = topics;
        this.user = user;
    }

    @GetMapping("/api/choices")
    Map<String, Object> choices() {
        return Map.of(
                "city", directory.city().name(),
                "zone", directory.city().zone().getId(),
                "user", Map.of("id", user.id(), "name", directory.personName(user.id()), "groups", user.groups()),
                "bodies",
                        directory.bodies().stream()
                                .map(body -> coded(body.code(), body.shortName()))
                                .toList(),
                "districts",
                        directory.city().districts().stream()
                                .map(d -> coded(d.code(), d.name()))
                                .toList(),
                "topics",
                        topics.groups().stream()
                                .map(group -> Map.of(
                                        "group",
                                        group.name(),
                                        "topics",
                                        group.topics().stream()
                                                .map(TopicCatalog.Topic::name)
                                                .toList()))
                                .toList(),
                "priorities",
                        Arrays.stream(Priority.values())
                                .map(p -> coded(p.code(), p.title()))
                                .toList(),
                "kinds",
                        Arrays.stream(MessageKind.values())
                                .map(k -> coded(k.code(), k.title()))
                                .toList(),
                "outcomes",
                        Arrays.stream(AnswerOutcome.values())
                                .map(o -> coded(o.code(), o.title()))
                                .toList());
    }

    private static Map<String, String> coded(String code, String title) {
        return Map.of("code", code, "title", title);
    }
}
