package ru.mcu.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Враждебные тексты не останавливают проверку")
class HostileTextTests {

    private static final int LENGTH = 1_000_000;
    private static final long DETECTOR_LIMIT_MS = 2_000;
    private static final long CHECKER_LIMIT_MS = 6_000;

    private final PersonalDataDetector detector = Standards.detector();
    private final AnswerChecker checker = Standards.checker();

    static Stream<Arguments> hostile() {
        return Stream.of(
                        "1",
                        "1 ",
                        "8 (",
                        "8 3",
                        "89051234567 ",
                        "8905123456-",
                        "83019999999 ",
                        "1-1-",
                        "12-34-56 ",
                        "+",
                        "+7 ",
                        "a",
                        "а",
                        "a.",
                        "a@",
                        "@",
                        "a-",
                        "https://",
                        "www.",
                        "кв. ",
                        "кв",
                        "проживает по адресу ",
                        "Иванова Мария Петровна ",
                        "Иван ",
                        "ович ",
                        "«",
                        "\"",
                        "!",
                        "?",
                        "...",
                        ".",
                        "(",
                        "[",
                        " ",
                        "\n",
                        "1. ",
                        "1.1.",
                        "НЕ ",
                        "ВСЁ",
                        "в рамках ",
                        "не наша компетенция комитет 112 ",
                        "постановление от 1 ",
                        "федеральный закон ",
                        "дата рождения ",
                        "тел ",
                        "&nbsp;",
                        "\u200b",
                        "О0З",
                        "112-233-445 ",
                        "4111 ",
                        "07 12 ",
                        "специалистами ",
                        "собака ",
                        "\uD83D\uDE00",
                        "\uD835\uDFD8")
                .map(piece -> Arguments.of(
                        piece.replace("\n", "\\n"),
                        piece.repeat(LENGTH / piece.length() + 1).substring(0, LENGTH)));
    }

    @ParameterizedTest(name = "«{0}»")
    @MethodSource("hostile")
    void aMillionCharactersTakeSeconds(String name, String text) {
        long detected = milliseconds(() -> detector.mask(text));
        var draft = new DraftText(
                text, "vk", true, false, DraftKind.INTERIM, Outcome.SOLVED, null, null, "Мария", text, false);
        long checked = milliseconds(() -> checker.check(draft));
        System.out.println("«" + name + "»: detector " + detected + " ms, checker " + checked + " ms");
        assertThat(detected).isLessThan(DETECTOR_LIMIT_MS);
        assertThat(checked).isLessThan(CHECKER_LIMIT_MS);
    }

    @Test
    void randomMixturesOfTrickyCharactersNeverFail() {
        var random = new Random(152);
        var alphabet = "0189+-() .,@/:#№кваКВ ИвановичОЗl|«»\"!?…\n&nbsp;\u200b\uD83D\uDE00\uD83D";
        for (int round = 0; round < 3_000; round++) {
            var text = new StringBuilder();
            for (int i = random.nextInt(200); i > 0; i--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            for (var finding : checker.check(DraftText.answer(text.toString(), "telegram", true))) {
                assertThat(finding.from()).isBetween(0, finding.to());
                assertThat(finding.to()).isLessThanOrEqualTo(text.length());
            }
            detector.mask(text.toString());
        }
    }

    /** Time of this thread's own work, so that a busy machine does not fail the test. */
    private static long milliseconds(Runnable work) {
        var threads = ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();
        work.run();
        return (threads.getCurrentThreadCpuTime() - start) / 1_000_000;
    }
}
