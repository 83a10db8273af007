package ru.mcu.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ru.mcu.answer.internal.AnswerStandard;
import ru.mcu.answer.internal.ReloadingFile;

@DisplayName("Правила правят без перезапуска")
class ReloadingRulesTests {

    private static final DraftText ELLIPSIS = DraftText.answer("Посмотрим…", "vk", true);

    @TempDir
    Path home = Path.of(".");

    private final Ticking clock = new Ticking();
    private Path file = Path.of(".");
    private AnswerStandard standard = Standards.standard();
    private AnswerChecker checker = Standards.checker();
    private int edits;

    @BeforeEach
    void copyTheProjectsRules() throws IOException {
        file = home.resolve("config/answer-standard/rules.yml");
        Files.createDirectories(file.getParent());
        Files.copy(Path.of("config/answer-standard/rules.yml"), file);
        standard = new AnswerStandard(home.toString(), clock);
        checker = Standards.checker(standard);
    }

    @Test
    void anEditedRuleWorksAfterTwoSecondsAndNotBeforeTheFileIsLookedAt() throws IOException {
        assertThat(checker.check(ELLIPSIS)).hasSize(1).allMatch(finding -> finding.severity() == Severity.WARN);
        edit(text().replaceFirst("(?s)(id: ellipsis.*?severity: )WARN", "$1BLOCK"));
        assertThat(checker.check(ELLIPSIS)).allMatch(finding -> finding.severity() == Severity.WARN);
        clock.forward(ReloadingFile.CHECK_EVERY);
        assertThat(checker.check(ELLIPSIS)).hasSize(1).allMatch(finding -> finding.severity() == Severity.BLOCK);
    }

    @Test
    void aRuleSwitchedOffIsSilent() throws IOException {
        edit(text().replace("- id: ellipsis\n", "- id: ellipsis\n    enabled: false\n"));
        clock.forward(ReloadingFile.CHECK_EVERY);
        assertThat(checker.check(ELLIPSIS)).isEmpty();
        assertThat(checker.standardProblem()).isEmpty();
    }

    @Test
    void aBrokenFileKeepsTheLastGoodStandardAndSaysSo() throws IOException {
        var good = text();
        for (var broken : new String[] {
            "rules: [",
            "",
            "channels: {}\nrules: []",
            good.replace("id: ellipsis", "id: elipsis"),
            good.replace("most: 2", "most: много"),
            good.replace("severity: BLOCK", "severity: СТОП"),
            good.replace("words:\n        сообщаем что", "wrods:\n        сообщаем что"),
            good.replace("$имена", "$имяна"),
        }) {
            assertThat(broken).isNotEqualTo(good);
            edit(broken);
            clock.forward(ReloadingFile.CHECK_EVERY);
            assertThat(checker.check(ELLIPSIS)).hasSize(1);
            assertThat(checker.standardProblem())
                    .hasValueSatisfying(problem -> assertThat(problem).contains("rules.yml", "действует прежний"));
        }
        edit(good);
        clock.forward(ReloadingFile.CHECK_EVERY);
        assertThat(checker.standardProblem()).isEmpty();
    }

    @Test
    void aDeletedFileIsReportedToo() throws IOException {
        Files.delete(file);
        clock.forward(ReloadingFile.CHECK_EVERY);
        assertThat(checker.check(ELLIPSIS)).hasSize(1);
        assertThat(checker.standardProblem()).isPresent();
    }

    @Test
    void withoutAnyGoodFileTheStartFailsInRussian() {
        assertThatThrownBy(() -> new AnswerStandard(home.resolve("nowhere").toString(), clock))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("не читается");
    }

    @Test
    void manyThreadsCheckWhileTheFileChanges() throws Exception {
        var pool = Executors.newFixedThreadPool(8);
        try {
            var work = IntStream.range(0, 400)
                    .<Callable<Integer>>mapToObj(i -> () -> {
                        if (i % 40 == 0) {
                            edit(text());
                            clock.forward(ReloadingFile.CHECK_EVERY);
                        }
                        return checker.check(ELLIPSIS).size();
                    })
                    .toList();
            for (var result : pool.invokeAll(work)) {
                assertThat(result.get()).isEqualTo(1);
            }
        } finally {
            pool.shutdownNow();
        }
    }

    private String text() throws IOException {
        return Files.readString(Path.of("config/answer-standard/rules.yml"));
    }

    private synchronized void edit(String text) throws IOException {
        var draft = Files.writeString(home.resolve("draft.yml"), text);
        Files.setLastModifiedTime(
                draft, FileTime.from(Instant.parse("2026-11-21T09:00:00Z").plusSeconds(++edits)));
        Files.move(
                draft,
                file,
                java.nio.file.StandardCopyOption.REPLACE_EXISTING,
                java.nio.file.StandardCopyOption.ATOMIC_MOVE);
    }

    private static final class Ticking extends Clock {

        private volatile Instant now = Instant.parse("2026-11-21T09:00:00Z");

        synchronized void forward(Duration by) {
            now = now.plus(by);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
