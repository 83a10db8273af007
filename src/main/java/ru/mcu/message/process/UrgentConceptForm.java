package ru.mcu.message.process;

import org.springframework.stereotype.Component;
import ru.mcu.message.Triage;

/** The same for a message that became resonant while it was in work. */
@Component
class UrgentConceptForm extends ConceptForm {

    UrgentConceptForm(Triage triage) {
        super(triage);
    }

    @Override
    public String taskKey() {
        return "userTask_prepareConceptNow";
    }
}
