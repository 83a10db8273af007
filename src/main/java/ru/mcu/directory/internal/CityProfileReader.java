package ru.mcu.directory.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import ru.mcu.directory.City;

/** Reads a city profile and refuses it as a whole when anything in it is wrong. */
final class CityProfileReader {

    private static final ObjectMapper YAML =
            YAMLMapper.builder().addModule(new JavaTimeModule()).build();

    private CityProfileReader() {}

    /** @throws InvalidCityProfile with every mistake found, each with its line */
    static City read(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new InvalidCityProfile(file, List.of("файла нет; имя города задаёт переменная MCU_CITY"));
        }
        try {
            return parse(file, Files.readString(file));
        } catch (JsonProcessingException broken) {
            int line = broken.getLocation() == null ? 1 : broken.getLocation().getLineNr();
            throw new InvalidCityProfile(
                    file, List.of("строка " + line + ": это не YAML: " + broken.getOriginalMessage()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("Не удалось прочитать профиль города " + file, unreadable);
        }
    }

    private static City parse(Path file, String text) throws JsonProcessingException {
        JsonNode tree = YAML.readTree(text);
        List<Problem> problems = new ArrayList<>(YamlShape.problems(tree, City.class, YAML));
        if (!problems.isEmpty()) {
            throw refused(file, text, problems);
        }
        City city = YAML.treeToValue(tree, City.class);
        problems.addAll(CityRules.problems(city));
        if (!file.getFileName().toString().equals(city.code() + ".yml")) {
            problems.add(new Problem("code", "код «" + city.code() + "» не совпадает с именем файла"));
        }
        if (!problems.isEmpty()) {
            throw refused(file, text, problems);
        }
        return city;
    }

    private static InvalidCityProfile refused(Path file, String text, List<Problem> problems) {
        YamlPlaces places = new YamlPlaces(text);
        return new InvalidCityProfile(
                file,
                problems.stream()
                        .map(p -> "строка " + places.line(p.path()) + " (" + p.path() + "): " + p.text())
                        .toList());
    }
}
