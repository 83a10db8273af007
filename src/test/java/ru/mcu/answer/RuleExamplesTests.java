package ru.mcu.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import ru.mcu.answer.internal.Example;
import ru.mcu.answer.internal.RuleSettings;
import ru.mcu.regulation.Clause;

@Clause("stavropol:IV.11.4")
@DisplayName("Примеры из файла правил")
class RuleExamplesTests {

    private final AnswerChecker checker = Standards.checker();

    static Stream<Arguments> bad() {
        return Standards.standard().current().rules().stream()
                .flatMap(rule -> rule.bad().stream().map(example -> Arguments.of(rule, example)));
    }

    static Stream<Arguments> good() {
        return Standards.standard().current().rules().stream()
                .flatMap(rule -> rule.good().stream().map(example -> Arguments.of(rule, example)));
    }

    @ParameterizedTest
    @MethodSource("bad")
    void aBadExampleTriggersItsRule(RuleSettings rule, Example example) {
        var findings = checker.check(example.draft());
        assertThat(findings).anySatisfy(finding -> {
            assertThat(finding.ruleId()).isEqualTo(rule.id());
            assertThat(finding.severity()).isEqualTo(rule.severity());
            assertThat(finding.message()).doesNotContain("{").isNotBlank();
            assertThat(finding.source()).isNotBlank();
            assertThat(finding.from()).isBetween(0, finding.to());
            assertThat(finding.to()).isLessThanOrEqualTo(example.draft().text().length());
        });
    }

    @ParameterizedTest
    @MethodSource("good")
    void aGoodExampleTriggersNeitherItsRuleNorABlock(RuleSettings rule, Example example) {
        assertThat(checker.check(example.draft()))
                .noneMatch(finding -> finding.ruleId().equals(rule.id()))
                .noneMatch(finding -> finding.severity() == Severity.BLOCK);
    }
}
