package ru.mcu.platform.deploy;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import ru.mcu.platform.engine.AllowedMarkup;
import ru.mcu.platform.engine.ExportedBeans;
import ru.mcu.platform.engine.Markup;

/** No scripts, classes, connectors and the like; delegates are exported beans. */
@Component
class AllowedMarkupRule implements MarkupRule {

    private final ExportedBeans beans;

    AllowedMarkupRule(ExportedBeans beans) {
        this.beans = beans;
    }

    @Override
    public void inspect(Element element, Objections objections) {
        Markup markup = markup(element);
        AllowedMarkup.objection(markup)
                .ifPresent(it -> objections.add(
                        MarkupRule.idOf(element),
                        it,
                        "используйте camunda:delegateExpression=\"${имяБина}\" или уберите"));
        markup.attributes().stream()
                .filter(it -> it.name().equals("delegateExpression"))
                .flatMap(it -> AllowedMarkup.bean(it.value()).stream())
                .filter(it -> !beans.exports(it))
                .forEach(it -> objections.add(
                        MarkupRule.idOf(element),
                        "бина «" + it + "» нет среди доступных моделям",
                        "исправьте имя; доступны: "
                                + String.join(
                                        ", ", beans.names().stream().sorted().toList())));
    }

    private static Markup markup(Element element) {
        List<Markup.Attribute> attributes = new ArrayList<>();
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            Attr attribute = (Attr) element.getAttributes().item(i);
            attributes.add(new Markup.Attribute(
                    orEmpty(attribute.getNamespaceURI()), attribute.getLocalName(), attribute.getValue()));
        }
        return new Markup(orEmpty(element.getNamespaceURI()), element.getLocalName(), attributes);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
