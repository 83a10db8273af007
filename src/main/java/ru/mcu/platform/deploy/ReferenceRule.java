package ru.mcu.platform.deploy;

import java.util.function.Predicate;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a process calls stands in the same set or is deployed already. */
@Component
class ReferenceRule implements ProcessRule {

    @Override
    public void inspect(ProcessFile file, SetContext context, Objections objections) {
        for (CallActivity call : file.all(CallActivity.class)) {
            inspect(call.getId(), "процесса", call.getCalledElement(), context.process(), objections);
        }
        for (BusinessRuleTask task : file.all(BusinessRuleTask.class)) {
            if (task.getCamundaDelegateExpression() == null) {
                inspect(task.getId(), "таблицы решений", task.getCamundaDecisionRef(), context.decision(), objections);
            }
        }
    }

    private static void inspect(
            String id, String what, @Nullable String key, Predicate<String> known, Objections objections) {
        if (key == null || !known.test(key)) {
            objections.add(id, "нет " + what + " «" + key + "»", "исправьте ключ или добавьте файл в набор");
        }
    }
}
