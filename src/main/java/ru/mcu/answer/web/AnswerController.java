package ru.mcu.answer.web;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import ru.mcu.answer.AnswerChecker;
import ru.mcu.answer.AnswerTemplate;
import ru.mcu.answer.AnswerTemplates;
import ru.mcu.answer.DraftText;

/** Check of a draft while the author types, and templates; keeps nothing. */
@RestController
@RequestMapping("/api/answers")
class AnswerController {

    private final AnswerChecker checker;
    private final AnswerTemplates templates;

    AnswerController(AnswerChecker checker, AnswerTemplates templates) {
        this.checker = checker;
        this.templates = templates;
    }

    @PostMapping("/check")
    CheckedAnswer check(@RequestBody DraftText draft) {
        return new CheckedAnswer(
                checker.check(draft),
                checker.counters(draft),
                checker.standardProblem().orElse(null));
    }

    @GetMapping("/templates")
    List<AnswerTemplate> templates(@RequestParam String topic) {
        return templates.forTopic(topic);
    }
}
