package ru.mcu.platform.deploy;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.springframework.stereotype.Component;

/** A form that a task names exists, and travels with its process. */
@Component
class FormRule implements ProcessRule {

    static final Pattern FORM = Pattern.compile("embedded:deployment:(forms/[a-z0-9/-]+\\.html)");

    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

    @Override
    public void inspect(ProcessFile file, SetContext context, Objections objections) {
        for (FlowNode node : file.all(FlowNode.class)) {
            String key = node.getAttributeValueNs(CAMUNDA, "formKey");
            if (key == null) {
                continue;
            }
            Matcher form = FORM.matcher(key);
            if (!form.matches()) {
                objections.add(
                        node.getId(),
                        "форма указана не по образцу: " + key,
                        "укажите embedded:deployment:forms/<модуль>/<форма>.html");
            } else if (!context.form().test(form.group(1))) {
                objections.add(
                        node.getId(),
                        "нет файла формы " + form.group(1),
                        "добавьте форму в папку forms или исправьте имя");
            }
        }
    }
}
