package ru.mcu.spreadsheet;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The header spellings of one kind of export, edited by the city when the source system renames a column.
 *
 * @param title Russian name of the export, used in messages
 * @param key field that identifies a row; a row without it is skipped
 * @param columns canonical field name to its column
 */
record Columns(String title, String key, Map<String, Column> columns) {

    /** Header spellings, the most usual first. */
    record Column(List<String> headers, boolean required) {
        String title() {
            return headers.get(0);
        }
    }

    Columns {
        Map<String, String> seen = new LinkedHashMap<>();
        columns.forEach((field, column) -> column.headers().forEach(header -> {
            String other = seen.putIfAbsent(HeaderBinding.normalized(header), field);
            if (other != null) {
                throw new IllegalArgumentException(
                        "Заголовок «%s» указан у двух полей: %s и %s".formatted(header, other, field));
            }
        }));
        if (!columns.containsKey(key)) {
            throw new IllegalArgumentException("Нет столбца для ключа " + key);
        }
    }

    static Columns load(Path file) {
        try {
            return new JsonMapper(new YAMLFactory()).readValue(file.toFile(), Columns.class);
        } catch (IOException e) {
            throw new UncheckedIOException("Не читается файл столбцов " + file, e);
        }
    }
}
