package ru.mcu.channel.vk;

import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Captured and documented events and answers of ВКонтакте; tests that need them are skipped where they are missing. */
final class VkPayloads {

    static final ObjectMapper JSON = new ObjectMapper();
    private static final Path FOLDER = Path.of("../shared/data/payloads/vk");

    private VkPayloads() {}

    static byte[] read(String file) {
        Path path = FOLDER.resolve(file);
        assumeThat(path).as("нет примеров событий ВКонтакте").exists();
        try {
            return Files.readAllBytes(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ObjectNode event(String name) {
        try {
            return (ObjectNode) JSON.readTree(read("events/" + name + ".json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
