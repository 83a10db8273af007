package ru.mcu.platform.deploy;

import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** One rule about the XML of a model, for what its object model does not show. */
interface MarkupRule {

    void inspect(Element element, Objections objections);

    /** The nearest id upwards. */
    static String idOf(Element element) {
        for (Node at = element; at instanceof Element holder; at = at.getParentNode()) {
            if (holder.hasAttribute("id")) {
                return holder.getAttribute("id");
            }
        }
        return "";
    }
}
