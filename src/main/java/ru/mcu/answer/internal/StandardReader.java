package ru.mcu.answer.internal;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the rules file and refuses it as a whole when anything in it is missing, unknown or of the wrong type. */
final class StandardReader {

    private static final ObjectMapper YAML = YAMLMapper.builder()
            .findAndAddModules()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private record File(
            @Nullable Map<String, Limits> channels,
            @Nullable JsonNode lists,
            @Nullable List<RuleSettings> rules) {}

    private StandardReader() {}

    static Standard read(Path path) throws IOException {
        var file = YAML.readValue(Files.readString(path), File.class);
        if (file == null || file.rules == null || file.channels == null) {
            throw new IllegalArgumentException("нужны разделы channels и rules");
        }
        var lists = file.lists == null ? MissingNode.getInstance() : file.lists;
        var seen = new HashSet<String>();
        var active = new ArrayList<Standard.Active>();
        PersonalDataSettings personalData = null;
        for (var settings : file.rules) {
            settings.requireComplete();
            if (!seen.add(settings.id())) {
                throw new IllegalArgumentException("правило " + settings.id() + " записано дважды");
            }
            var own = settings.parameters() == null ? MissingNode.getInstance() : settings.parameters();
            var parameters = new RuleParameters(settings.id(), own, lists);
            var rule = RuleCatalogue.rule(parameters);
            if (settings.id().equals(RuleCatalogue.PERSONAL_DATA)) {
                personalData = PersonalDataSettings.from(parameters);
            }
            if (settings.isOn()) {
                active.add(new Standard.Active(settings, rule));
            }
        }
        var absent = new ArrayList<>(RuleCatalogue.ids());
        absent.removeAll(seen);
        if (!absent.isEmpty() || personalData == null) {
            throw new IllegalArgumentException(
                    "нет правил " + String.join(", ", absent) + "; чтобы выключить правило, пишут enabled: false");
        }
        return new Standard(file.channels, file.rules, active, personalData);
    }
}
