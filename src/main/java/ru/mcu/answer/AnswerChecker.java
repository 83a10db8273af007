package ru.mcu.answer;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import ru.mcu.answer.internal.AnswerStandard;
import ru.mcu.answer.internal.Inspection;

/**
 * The answer standard (Stavropol IV.11.4) as a check: the same draft and the same rules file always give the same
 * findings. Spelling is not checked. Safe for many threads.
 */
@Service
public class AnswerChecker {

    private final AnswerStandard standard;
    private final PersonalDataDetector detector;

    AnswerChecker(AnswerStandard standard, PersonalDataDetector detector) {
        this.standard = standard;
        this.detector = detector;
    }

    /** Findings, blocking ones first, then in the order of the text; at most twenty of one rule. */
    public List<Finding> check(DraftText draft) {
        var current = standard.current();
        return current.check(Inspection.of(draft, current.limits(draft.channel()), detector.scan(draft.text())));
    }

    /** Whether anything in the draft must not go out. */
    public boolean isBlocked(DraftText draft) {
        return check(draft).stream().anyMatch(finding -> finding.severity() == Severity.BLOCK);
    }

    /** Length against the channel's limits. */
    public AnswerCounters counters(DraftText draft) {
        var limits = standard.current().limits(draft.channel());
        return new AnswerCounters(draft.text().length(), limits.recommended(), limits.hard(draft.photo()));
    }

    /** What is wrong with the rules file now, in Russian, for the methodologist; empty when it is in force. */
    public Optional<String> standardProblem() {
        return standard.problem();
    }
}
