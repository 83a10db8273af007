package ru.mcu.answer.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** Parameters of one rule as the methodologist wrote them; a value «$имя» stands for the shared list of that name. */
record RuleParameters(String ruleId, JsonNode own, JsonNode shared) {

    /** @throws IllegalArgumentException in Russian when the parameter is not a whole number */
    int number(String name) {
        var value = own.path(name);
        if (!value.canConvertToInt()) {
            throw wrong(name, "нужно целое число");
        }
        return value.intValue();
    }

    /** @throws IllegalArgumentException in Russian when the parameter is not text */
    String text(String name) {
        var value = own.path(name);
        if (!value.isTextual()) {
            throw wrong(name, "нужен текст");
        }
        return value.textValue();
    }

    /** @throws IllegalArgumentException in Russian when the parameter is not a list of texts */
    List<String> words(String name) {
        var value = own.path(name);
        if (value.isTextual() && value.textValue().startsWith("$")) {
            value = shared.path(value.textValue().substring(1));
        }
        if (!value.isArray()) {
            throw wrong(name, "нужен список слов");
        }
        return StreamSupport.stream(value.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    Phrases phrases(String name) {
        return Phrases.of(words(name));
    }

    /** A table «слово: замена»; keys in the order of the file. */
    Map<String, String> table(String name) {
        var value = own.path(name);
        if (!value.isObject()) {
            throw wrong(name, "нужна таблица «слово: замена»");
        }
        var table = new LinkedHashMap<String, String>();
        value.fields()
                .forEachRemaining(
                        entry -> table.put(entry.getKey(), entry.getValue().asText()));
        return table;
    }

    private IllegalArgumentException wrong(String name, String need) {
        return new IllegalArgumentException("правило " + ruleId + ", параметр " + name + ": " + need);
    }
}
