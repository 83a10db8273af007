package ru.mcu.platform.deploy;

import java.util.regex.Pattern;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.springframework.stereotype.Component;

/** Ids say what they stand for: they appear in reports, in the history and in the code that completes tasks. */
@Component
class ElementIdRule implements ProcessRule {

    private static final Pattern ID = Pattern.compile("[a-z][a-zA-Z]*_[a-z][a-zA-Z0-9]*");

    @Override
    public void inspect(ProcessFile file, SetContext context, Objections objections) {
        for (FlowElement element : file.all(FlowElement.class)) {
            if (element.getId() == null || !ID.matcher(element.getId()).matches()) {
                objections.add(
                        element.getId(),
                        "id не по образцу <тип>_<имяЛатиницей>",
                        "задайте id вида userTask_draftAnswer, flow_answerRejected");
            }
        }
    }
}
