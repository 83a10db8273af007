package ru.mcu.platform.deploy;

import java.util.Set;
import org.springframework.stereotype.Component;
import org.w3c.dom.Element;

/** Decision tables speak FEEL only. */
@Component
class DecisionRule implements MarkupRule {

    private static final Set<String> FEEL = Set.of(
            "feel",
            "http://www.omg.org/spec/FEEL/20140401",
            "http://www.omg.org/spec/dmn/20180521/feel/",
            "https://www.omg.org/spec/dmn/20180521/feel/",
            "https://www.omg.org/spec/dmn/20191111/feel/");

    @Override
    public void inspect(Element element, Objections objections) {
        String language = element.getAttribute("expressionLanguage");
        if (!language.isEmpty() && FEEL.stream().noneMatch(language::equalsIgnoreCase)) {
            objections.add(
                    MarkupRule.idOf(element), "язык выражений «" + language + "»", "пишите условия и значения на FEEL");
        }
    }
}
