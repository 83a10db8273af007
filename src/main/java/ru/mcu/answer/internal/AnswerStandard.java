package ru.mcu.answer.internal;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The standard in force: {@code config/answer-standard/rules.yml} under the home folder, read again when edited. */
@Component
public class AnswerStandard {

    private final ReloadingFile<Standard> file;

    /** @param home a String on purpose: Spring reads the Path «.» as the root of the class path */
    public AnswerStandard(@Value("${mcu.home:.}") String home, Clock clock) {
        this.file = new ReloadingFile<>(
                Path.of(home, "config", "answer-standard", "rules.yml"), StandardReader::read, clock);
    }

    public Standard current() {
        return file.current();
    }

    /** What is wrong with the edited file, in Russian; the last good one is in force meanwhile. */
    public Optional<String> problem() {
        return file.problem();
    }
}
