package ru.mcu.directory.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Compares a YAML tree with the records it is meant for and reports all differences, where binding stops at the first. */
final class YamlShape {

    private final ObjectMapper mapper;
    private final List<Problem> problems = new ArrayList<>();

    private YamlShape(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    static List<Problem> problems(JsonNode tree, Class<? extends Record> type, ObjectMapper mapper) {
        YamlShape shape = new YamlShape(mapper);
        shape.record(tree, type, "");
        return shape.problems;
    }

    private void record(JsonNode node, Class<?> type, String path) {
        if (!node.isObject()) {
            add(path, "здесь нужны поля: " + fields(type));
            return;
        }
        Set<String> known = new HashSet<>();
        for (RecordComponent component : type.getRecordComponents()) {
            known.add(component.getName());
            String place = path.isEmpty() ? component.getName() : path + "." + component.getName();
            JsonNode value = node.get(component.getName());
            if (value != null && !value.isNull()) {
                value(value, component.getGenericType(), place);
            } else if (required(component)) {
                add(place, "не заполнено поле «" + component.getName() + "»");
            }
        }
        node.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                add(
                        path.isEmpty() ? name : path + "." + name,
                        "неизвестное поле «" + name + "», есть: " + fields(type));
            }
        });
    }

    private void value(JsonNode value, Type type, String place) {
        if (type instanceof ParameterizedType list) {
            if (!value.isArray()) {
                add(place, "здесь нужен список");
                return;
            }
            for (int i = 0; i < value.size(); i++) {
                value(value.get(i), list.getActualTypeArguments()[0], place + "[" + i + "]");
            }
        } else if (type instanceof Class<?> simple && simple.isRecord()) {
            record(value, simple, place);
        } else if (type instanceof Class<?> simple) {
            scalar(value, simple, place);
        }
    }

    private void scalar(JsonNode value, Class<?> type, String place) {
        if (!value.isValueNode() || value.asText().isBlank()) {
            add(place, "здесь нужно одно непустое значение");
            return;
        }
        try {
            mapper.convertValue(value, type);
        } catch (IllegalArgumentException unreadable) {
            add(place, "недопустимое значение «" + value.asText() + "»" + allowed(type));
        }
    }

    private String allowed(Class<?> type) {
        Object @Nullable [] constants = type.getEnumConstants();
        if (constants == null) {
            return "";
        }
        return ", можно: "
                + Arrays.stream(constants)
                        .map(constant -> mapper.convertValue(constant, String.class))
                        .collect(Collectors.joining(", "));
    }

    /** Lists of plain values may be left out, lists of records and plain values may not, unless declared nullable. */
    private static boolean required(RecordComponent component) {
        if (component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
            return false;
        }
        return !(component.getGenericType() instanceof ParameterizedType list)
                || list.getActualTypeArguments()[0] instanceof Class<?> element && element.isRecord();
    }

    private static String fields(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .collect(Collectors.joining(", "));
    }

    private void add(String path, String text) {
        problems.add(new Problem(path, text));
    }
}
