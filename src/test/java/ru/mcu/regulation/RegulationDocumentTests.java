package ru.mcu.regulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Holds {@code docs/regulation.md} to the models and tests. After a change:
 * {@code ./mvnw -Dtest=RegulationDocumentTests -Dmcu.regulation.write=true test}.
 */
@DisplayName("Регламент и система")
class RegulationDocumentTests {

    private static final Path DOCUMENT = Path.of("docs", "regulation.md");

    /** Their ways through the processes have no test that names them yet. */
    private static final Set<String> NOT_TESTED_YET = Set.of();

    private final Clauses clauses = Clauses.read();
    private final Map<String, Capability> capabilities = Capability.read();
    private final ClauseUses uses = ClauseUses.collect();

    @Test
    @DisplayName("документ совпадает с моделями и проверками")
    void theDocumentIsCurrent() throws IOException {
        String text = new RegulationDocument(clauses, capabilities, uses).text();
        if (Boolean.getBoolean("mcu.regulation.write")) {
            Files.writeString(DOCUMENT, text);
        }
        assertThat(DOCUMENT)
                .as("write it anew: ./mvnw -Dtest=RegulationDocumentTests -Dmcu.regulation.write=true test")
                .content()
                .isEqualTo(text);
    }

    @Test
    @DisplayName("модели, роли и проверки называют только пункты, которые есть в актах")
    void onlyKnownClausesAreNamed() {
        Set<String> unknown = new TreeSet<>(uses.all());
        unknown.removeAll(clauses.ids());
        assertThat(unknown).isEmpty();
    }

    @Test
    @DisplayName("каждый пункт, названный в модели, проверен тестом")
    void everyClauseOfTheModelsIsTested() {
        Set<String> untested = new TreeSet<>(uses.elements().keySet());
        untested.removeAll(uses.tests().keySet());
        assertThat(untested)
                .as("a clause that got its test leaves the list, a new one does not join it")
                .containsExactlyInAnyOrderElementsOf(NOT_TESTED_YET);
    }

    @Test
    @DisplayName("у каждого пункта есть возможность с русским названием, лишних возможностей нет")
    void everyClauseHasItsCapability() {
        assertThat(clauses.entries().stream().map(Clauses.Entry::capability).distinct())
                .containsExactlyInAnyOrderElementsOf(capabilities.keySet());
        assertThat(capabilities.values()).allSatisfy(it -> {
            assertThat(it.name()).matches("[А-ЯЁ].+");
            assertThat(it.built() == null && it.later() == null).isFalse();
        });
    }
}
