package ru.mcu.answer.internal;

import java.util.ArrayList;
import java.util.Map;
import ru.mcu.answer.DraftKind;
import ru.mcu.answer.Outcome;

/** «Решено» and «запланировано» say what is done, when and by whom. */
final class ConcreteRule implements Rule {

    private final Phrases actions;
    private final Phrases days;
    private final Phrases bodies;

    ConcreteRule(RuleParameters parameters) {
        this.actions = parameters.phrases("actions");
        this.days = parameters.phrases("days");
        this.bodies = parameters.phrases("bodies");
    }

    @Override
    public void check(Inspection inspection, Report report) {
        var draft = inspection.draft();
        boolean promising = draft.outcome() == Outcome.SOLVED || draft.outcome() == Outcome.PLANNED;
        if (!promising || draft.kind() != DraftKind.ANSWER) {
            return;
        }
        var missing = new ArrayList<String>();
        if (lacks(actions, inspection.text())) {
            missing.add("что сделано или будет сделано");
        }
        var promised = draft.promisedDate();
        if (promised != null && !Dates.mentioned(draft.text(), promised)) {
            missing.add("обещанную дату " + Dates.written(promised));
        } else if (Dates.in(draft.text()).isEmpty() && lacks(days, inspection.text())) {
            missing.add("когда");
        }
        if (lacks(bodies, inspection.text())) {
            missing.add("кто отвечает");
        }
        if (!missing.isEmpty()) {
            report.found(
                    inspection.length(), inspection.length(), null, Map.of("чего нет", String.join("; ", missing)));
        }
    }

    private static boolean lacks(Phrases phrases, Text text) {
        return phrases.firstIn(text, 0, text.size()).isEmpty();
    }
}
