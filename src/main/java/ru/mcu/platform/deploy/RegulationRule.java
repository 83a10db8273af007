package ru.mcu.platform.deploy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.springframework.stereotype.Component;

/** Every process, user task and timer names the clauses that ask for it: nothing is done without a ground. */
@Component
class RegulationRule implements ProcessRule {

    @Override
    public void inspect(ProcessFile file, SetContext context, Objections objections) {
        List<BaseElement> bound = new ArrayList<>(file.executable());
        bound.addAll(file.all(UserTask.class));
        bound.addAll(file.timers());
        bound.forEach(it -> inspect(it, context, objections));
    }

    private static void inspect(BaseElement element, SetContext context, Objections objections) {
        Optional<String> value = ProcessFile.property(element, "regulation").filter(it -> !it.isBlank());
        if (value.isEmpty()) {
            objections.add(
                    element.getId(),
                    "не указан пункт регламента",
                    "добавьте camunda:property name=\"regulation\", например stavropol:III.9.5");
            return;
        }
        for (String id : value.get().split(",")) {
            if (!context.clauses().contains(id.trim())) {
                objections.add(
                        element.getId(),
                        "нет пункта регламента «" + id.trim() + "»",
                        "исправьте номер или добавьте пункт в config/regulation/clauses.yaml");
            }
        }
    }
}
