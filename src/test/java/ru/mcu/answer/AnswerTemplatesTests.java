package ru.mcu.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Шаблоны ответов")
class AnswerTemplatesTests {

    private static final Map<String, String> VALUES = Map.of(
            "имя", "Мария",
            "адрес", "ул. Ленина, д. 5",
            "дата", "5 декабря",
            "исполнитель", "комитет городского хозяйства",
            "организация", "управляющая компания «Уют»",
            "телефон", "8 (38557) 1-23-45");

    private final AnswerTemplates templates = Standards.templates();

    static Stream<AnswerTemplate> all() {
        return Standards.templates().all().values().stream().flatMap(group -> group.stream());
    }

    @ParameterizedTest
    @MethodSource("all")
    void aFilledTemplateKeepsTheWholeStandard(AnswerTemplate template) {
        var text = template.filledWith(VALUES);
        var draft = new DraftText(
                text,
                "telegram",
                true,
                true,
                template.kind(),
                template.outcome(),
                template.kind() == DraftKind.INTERIM ? LocalDate.of(2026, 12, 5) : null,
                template.outcome() == Outcome.PLANNED ? LocalDate.of(2026, 12, 5) : null,
                "Мария Иванова",
                null,
                false);
        assertThat(text).doesNotContain("{{");
        assertThat(Standards.checker().check(draft)).isEmpty();
    }

    @Test
    void thereAreTemplatesForTheUsualTopics() {
        assertThat(all()).hasSizeGreaterThanOrEqualTo(15);
        assertThat(templates.all())
                .containsKeys(
                        "Дороги",
                        "Благоустройство",
                        "ЖКХ",
                        "Мусор/Свалки/ТКО",
                        "Общественный транспорт",
                        "Образование");
    }

    @Test
    void aTopicGetsItsOwnTemplatesFirstAndTheCommonOnesAfterwards() {
        var common = templates.forTopic("Общие");
        assertThat(common).isNotEmpty();
        assertThat(templates.forTopic(" дороги "))
                .endsWith(common.toArray(AnswerTemplate[]::new))
                .hasSizeGreaterThan(common.size());
        assertThat(templates.forTopic("Нет такой темы")).isEqualTo(common);
    }

    @Test
    void anUnknownPlaceholderStaysForTheAuthorToSee() {
        var template = new AnswerTemplate("x", "x", DraftKind.ANSWER, null, "{{имя}}, {{сумма}}");
        assertThat(template.filledWith(Map.of("имя", "$1 Анна"))).isEqualTo("$1 Анна, {{сумма}}");
    }
}
