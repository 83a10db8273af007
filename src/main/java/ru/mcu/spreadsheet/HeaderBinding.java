package ru.mcu.spreadsheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Finds columns by their header, never by position: real exports come in several layouts. Only a whole header counts,
 * because «Время 1го ответа ПИ» contains the words of a text column and is none.
 */
final class HeaderBinding {

    private final Map<String, Integer> indexByField = new HashMap<>();
    private final Map<Integer, String> headerByIndex = new HashMap<>();
    private final List<String> repeated = new ArrayList<>();
    private final List<String> missingRequired = new ArrayList<>();
    private final List<String> missingOptional = new ArrayList<>();

    HeaderBinding(Columns columns, List<String> headerCells) {
        Map<String, Integer> indexByHeader = new HashMap<>();
        for (int i = 0; i < headerCells.size(); i++) {
            String header = normalized(headerCells.get(i));
            if (!header.isEmpty() && indexByHeader.putIfAbsent(header, i) != null) {
                repeated.add(headerCells.get(i).strip());
            }
        }
        columns.columns().forEach((field, column) -> {
            Integer index = column.headers().stream()
                    .map(header -> indexByHeader.get(normalized(header)))
                    .filter(java.util.Objects::nonNull)
                    .findFirst()
                    .orElse(null);
            if (index != null) {
                indexByField.put(field, index);
                headerByIndex.put(index, headerCells.get(index).strip());
            } else if (column.required()) {
                missingRequired.add(column.title());
            } else {
                missingOptional.add(column.title());
            }
        });
    }

    boolean complete() {
        return missingRequired.isEmpty();
    }

    int found() {
        return indexByField.size();
    }

    List<String> missingRequired() {
        return missingRequired;
    }

    List<String> missingOptional() {
        return List.copyOf(missingOptional);
    }

    /** Headers that this export uses and that stand in the file more than once; the first column was taken. */
    List<String> repeated() {
        return repeated.stream()
                .filter(header -> headerByIndex.values().stream()
                        .anyMatch(used -> normalized(used).equals(normalized(header))))
                .toList();
    }

    /** Index of the field's column, −1 when the file has none. */
    int index(String field) {
        return indexByField.getOrDefault(field, -1);
    }

    String header(String field) {
        return headerByIndex.getOrDefault(index(field), field);
    }

    static String normalized(String header) {
        String plain = header.toLowerCase(Locale.ROOT)
                .replace('ё', 'е')
                .replaceAll("[\\s\\u00A0\\uFEFF]+", " ")
                .strip();
        return plain.startsWith("'") ? plain.substring(1).strip() : plain;
    }
}
