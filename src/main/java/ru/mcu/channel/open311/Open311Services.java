package ru.mcu.channel.open311;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import ru.mcu.structuring.TopicCatalog;

/** What can be reported: the groups of the city's own topics. */
@Component
class Open311Services {

    private final TopicCatalog topics;

    Open311Services(TopicCatalog topics) {
        this.topics = topics;
    }

    List<Map<String, Object>> all() {
        return topics.groups().stream().map(Open311Services::view).toList();
    }

    /** @throws Open311Refused 404 for a code that we do not have */
    TopicCatalog.Group byCode(@Nullable String code) {
        return topics.groups().stream()
                .filter(group -> group.code().equals(code))
                .findFirst()
                .orElseThrow(() -> Open311Refused.missing("service_code не найден: список кодов дает services"));
    }

    Optional<TopicCatalog.Group> byName(@Nullable String name) {
        return topics.groups().stream()
                .filter(group -> group.name().equals(name))
                .findFirst();
    }

    private static Map<String, Object> view(TopicCatalog.Group group) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("service_code", group.code());
        view.put("service_name", group.name());
        view.put(
                "description",
                group.topics().stream().map(TopicCatalog.Topic::name).collect(Collectors.joining("; ")));
        view.put("metadata", false);
        view.put("type", "realtime");
        view.put("keywords", "");
        view.put("group", group.name());
        return view;
    }
}
