package ru.mcu.platform.deploy;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** A parsed BPMN file with the questions that the rules ask of it. */
record ProcessFile(String name, BpmnModelInstance model) {

    <T extends ModelElementInstance> Collection<T> all(Class<T> type) {
        return model.getModelElementsByType(type);
    }

    List<Process> executable() {
        return all(Process.class).stream().filter(Process::isExecutable).toList();
    }

    List<Event> timers() {
        return all(Event.class).stream()
                .filter(it ->
                        !it.getChildElementsByType(TimerEventDefinition.class).isEmpty())
                .toList();
    }

    /** The value of a {@code camunda:property} of the element. */
    static Optional<String> property(BaseElement element, String name) {
        if (element.getExtensionElements() == null) {
            return Optional.empty();
        }
        return element.getExtensionElements().getChildElementsByType(CamundaProperties.class).stream()
                .flatMap(it -> it.getChildElementsByType(CamundaProperty.class).stream())
                .filter(it -> name.equals(it.getCamundaName()))
                .map(CamundaProperty::getCamundaValue)
                .findFirst();
    }

    /** The nearest id upwards, for naming the place of something that has no id itself. */
    static String idOf(ModelElementInstance element) {
        ModelElementInstance at = element;
        while (at != null) {
            String id = at.getAttributeValue("id");
            if (id != null) {
                return id;
            }
            at = at.getParentElement();
        }
        return "";
    }
}
