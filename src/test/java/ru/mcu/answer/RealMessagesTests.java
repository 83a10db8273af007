package ru.mcu.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Личные данные в настоящих сообщениях")
class RealMessagesTests {

    private static final Path MESSAGES = Path.of("../shared/data/texts/pos-messages-2000.csv");

    /** Only prints counts; the finds themselves are written when MCU_SHOW_FINDS names a file. */
    @Test
    void maskedMessagesStillHoldSomePersonalDataAndMaskingLeavesNone() throws IOException {
        Assumptions.assumeTrue(Files.exists(MESSAGES), "Нет файла с сообщениями, проверка пропущена");
        var detector = Standards.detector();
        var texts = Files.readString(MESSAGES);
        long start = System.nanoTime();
        var spans = detector.find(texts);
        long milliseconds = (System.nanoTime() - start) / 1_000_000;
        var counts = new EnumMap<PersonalDataKind, Integer>(PersonalDataKind.class);
        var shown = new StringBuilder();
        for (var span : spans) {
            counts.merge(span.kind(), 1, Integer::sum);
            shown.append(span.kind())
                    .append('\t')
                    .append(Pattern.compile("\\s+")
                            .matcher(texts.substring(
                                    Math.max(0, span.from() - 40), Math.min(texts.length(), span.to() + 25)))
                            .replaceAll(" "))
                    .append("\t>>")
                    .append(texts, span.from(), span.to())
                    .append('\n');
        }
        System.out.println("Found in " + texts.length() + " characters, " + milliseconds + " ms: " + counts);
        var file = System.getenv("MCU_SHOW_FINDS");
        if (file != null) {
            Files.writeString(Path.of(file), shown);
        }
        assertThat(counts).containsKeys(PersonalDataKind.FLAT, PersonalDataKind.FULL_NAME, PersonalDataKind.PHONE);
        assertThat(spans).hasSizeLessThan(200);
        var masked = detector.mask(texts);
        assertThat(detector.find(masked)).as("finds after masking").isEmpty();
    }
}
