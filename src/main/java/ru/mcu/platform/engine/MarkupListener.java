package ru.mcu.platform.engine;

import java.util.List;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.jspecify.annotations.Nullable;

/** Refuses forbidden markup whenever the engine reads a model, also one that reached the database around the guard. */
class MarkupListener extends AbstractBpmnParseListener {

    @Override
    public void parseRootElement(Element root, List<ProcessDefinitionEntity> definitions) {
        inspect(root);
    }

    private static void inspect(Element element) {
        AllowedMarkup.objection(markup(element)).ifPresent(it -> {
            throw new ProcessEngineException("Модель отклонена, строка " + element.getLine() + ": " + it);
        });
        element.elements().forEach(MarkupListener::inspect);
    }

    private static Markup markup(Element element) {
        List<Markup.Attribute> attributes = element.attributes().stream()
                .map(key -> attribute(key, element.attribute(key)))
                .toList();
        return new Markup(orEmpty(element.getUri()), element.getTagName(), attributes);
    }

    /** The engine keys attributes by {@code uri:name}; the name itself has no colon. */
    private static Markup.Attribute attribute(String key, String value) {
        int colon = key.lastIndexOf(':');
        return colon < 0
                ? new Markup.Attribute("", key, value)
                : new Markup.Attribute(key.substring(0, colon), key.substring(colon + 1), value);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
