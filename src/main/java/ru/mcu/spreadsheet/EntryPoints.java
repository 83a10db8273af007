package ru.mcu.spreadsheet;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Maps steps of «Инцидент Менеджмент» or statuses of ПОС to our entry points by a file the city edits. */
public final class EntryPoints {

    /**
     * @param point where to enter
     * @param note Russian remark for the operator when the step is not in the file, otherwise null
     */
    public record Entry(EntryPoint point, @Nullable String note) {}

    private final Map<String, EntryPoint> byName = new HashMap<>();

    EntryPoints(Map<EntryPoint, List<String>> names) {
        names.forEach((point, steps) -> steps.forEach(step -> {
            EntryPoint other = byName.putIfAbsent(HeaderBinding.normalized(step), point);
            if (other != null && other != point) {
                throw new IllegalArgumentException("Шаг «%s» указан дважды".formatted(step));
            }
        }));
    }

    /** Reads {@code config/incident-management/steps.yml} or {@code config/pos/statuses.yml}. */
    public static EntryPoints load(Path file) {
        try {
            return new EntryPoints(new JsonMapper(new YAMLFactory())
                    .readValue(file.toFile(), new TypeReference<Map<EntryPoint, List<String>>>() {}));
        } catch (IOException e) {
            throw new UncheckedIOException("Не читается файл шагов " + file, e);
        }
    }

    /**
     * The entry point of the first name that is known; pass the finer one first (status, then stage). Unknown names
     * enter at triage with a note, an export without any step enters there without one.
     */
    public Entry entry(@Nullable String... names) {
        String unknown = null;
        for (String name : names) {
            if (name == null || name.isBlank()) {
                continue;
            }
            EntryPoint point = byName.get(HeaderBinding.normalized(name));
            if (point != null) {
                return new Entry(point, null);
            }
            unknown = unknown == null ? name : unknown;
        }
        return new Entry(
                EntryPoint.TRIAGE,
                unknown == null
                        ? null
                        : "Шаг «%s» программе не известен, сообщение отправлено на разбор. Добавьте шаг в настройки."
                                .formatted(unknown.strip()));
    }
}
