package ru.mcu.platform.deploy;

import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import ru.mcu.platform.engine.ExpressionCheck;

/** Expressions, wherever they stand in a model, use no more than the engine will let them. */
@Component
class ExpressionRule implements MarkupRule {

    private static final Pattern EXPRESSION = Pattern.compile("[$#]\\{");

    private final ExpressionCheck check;

    ExpressionRule(ExpressionCheck check) {
        this.check = check;
    }

    @Override
    public void inspect(Element element, Objections objections) {
        if ("documentation".equals(element.getLocalName()) || "text".equals(element.getLocalName())) {
            return;
        }
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            inspect(element, ((Attr) element.getAttributes().item(i)).getValue(), objections);
        }
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child.getNodeType() == Node.TEXT_NODE || child.getNodeType() == Node.CDATA_SECTION_NODE) {
                inspect(element, child.getNodeValue(), objections);
            }
        }
    }

    private void inspect(Element element, String text, Objections objections) {
        if (EXPRESSION.matcher(text).find()) {
            check.objections(text.trim())
                    .forEach(it -> objections.add(
                            MarkupRule.idOf(element),
                            "выражение «" + text.trim() + "»: " + it,
                            "вызывайте только ${бин.метод(…)} доступных моделям бинов"));
        }
    }
}
