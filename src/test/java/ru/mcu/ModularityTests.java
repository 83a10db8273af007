package ru.mcu;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.DependencyType;

@DisplayName("Модули")
class ModularityTests {

    private static final ApplicationModules MODULES = ApplicationModules.of(McuApplication.class);

    /**
     * What a module may know, itself apart: those before it and what they may know. A module that is not named here is
     * held to the general rules only (no cycles, no foreign internals).
     */
    private static final Map<String, Set<String>> MAY_KNOW = Map.ofEntries(
            entry("platform", Set.of()),
            entry("spreadsheet", Set.of("platform")),
            entry("calendar", Set.of("platform")),
            entry("directory", Set.of("platform", "calendar")),
            entry("answer", Set.of("platform", "calendar", "directory")),
            entry("structuring", Set.of("platform", "calendar", "directory")),
            entry("message", Set.of("platform", "calendar", "directory", "answer", "structuring")),
            entry("survey", Set.of("platform", "calendar", "directory", "answer", "structuring", "message")),
            entry(
                    "channel",
                    Set.of(
                            "platform",
                            "spreadsheet",
                            "calendar",
                            "directory",
                            "answer",
                            "structuring",
                            "message",
                            "survey")));

    @Test
    @DisplayName("нет кругов, и никто не пользуется внутренностями чужого модуля")
    void noCyclesAndNoForeignInternals() {
        MODULES.verify();
    }

    @Test
    @DisplayName("каждый модуль знает только тех, кто стоит перед ним")
    void everyModuleKnowsOnlyThoseBeforeIt() {
        Map<String, Set<String>> forbidden = new TreeMap<>();
        MODULES.forEach(module -> {
            Set<String> known = knownTo(module);
            known.removeAll(MAY_KNOW.getOrDefault(name(module), known));
            if (!known.isEmpty()) {
                forbidden.put(name(module), known);
            }
        });
        assertThat(forbidden).isEmpty();
    }

    @Test
    @DisplayName("каждый модуль назван по-русски")
    void everyModuleHasARussianName() {
        assertThat(MODULES.stream()
                        .map(ApplicationModule::getDisplayName)
                        .filter(it -> !it.matches("[А-ЯЁ][А-Яа-яЁё -]+")))
                .isEmpty();
    }

    @Test
    @DisplayName("модули этой проверки существуют")
    void theModulesOfThisTestExist() {
        List<String> names = MODULES.stream().map(ModularityTests::name).toList();
        assertThat(names).containsAll(MAY_KNOW.keySet());
    }

    private static Set<String> knownTo(ApplicationModule module) {
        return module.getDirectDependencies(MODULES, DependencyType.values())
                .uniqueModules()
                .map(ModularityTests::name)
                .filter(it -> !it.equals(name(module)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String name(ApplicationModule module) {
        return module.getIdentifier().toString();
    }
}
