package ru.mcu.platform.deploy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.xml.ModelException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** Parses and validates the files of a set against the standards' schemas, and asks the rules about their XML. */
@Component
class SetReader {

    private static final int LARGEST = 2_000_000;

    private final AllowedMarkupRule allowed;
    private final ExpressionRule expressions;
    private final DecisionRule decisions;

    SetReader(AllowedMarkupRule allowed, ExpressionRule expressions, DecisionRule decisions) {
        this.allowed = allowed;
        this.expressions = expressions;
        this.decisions = decisions;
    }

    ParsedSet read(ProcessSet set) {
        List<ProcessFile> processes = new ArrayList<>();
        List<TableFile> tables = new ArrayList<>();
        List<Objection> found = new ArrayList<>();
        set.resources().forEach((name, bytes) -> {
            Objections objections = new Objections(name);
            if (bytes.length > LARGEST) {
                objections.add(null, "файл больше 2 МБ", "разделите модель на части");
            } else if (name.endsWith(".bpmn")) {
                parse(bytes, objections, Bpmn::readModelFromStream, allowed, expressions)
                        .ifPresent(it -> processes.add(new ProcessFile(name, it)));
            } else if (name.endsWith(".dmn")) {
                parse(bytes, objections, Dmn::readModelFromStream, allowed, decisions)
                        .ifPresent(it -> tables.add(new TableFile(name, it)));
            } else if (!name.endsWith(".html")) {
                objections.add(
                        null, "такие файлы не разворачиваются", "оставьте в наборе только .bpmn, .dmn и формы .html");
            }
            found.addAll(objections.all());
        });
        return new ParsedSet(processes, tables, found);
    }

    private static <T> Optional<T> parse(
            byte[] bytes, Objections objections, Function<ByteArrayInputStream, T> reader, MarkupRule... rules) {
        try {
            Element root = SafeXml.parse(bytes).getDocumentElement();
            for (MarkupRule rule : rules) {
                walk(root, rule, objections);
            }
            return Optional.of(reader.apply(new ByteArrayInputStream(bytes)));
        } catch (SAXException | IOException | ModelException e) {
            objections.add(null, "файл не читается: " + reason(e), "исправьте файл в Camunda Modeler");
            return Optional.empty();
        }
    }

    private static void walk(Element element, MarkupRule rule, Objections objections) {
        rule.inspect(element, objections);
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                walk(inner, rule, objections);
            }
        }
    }

    /** A parser's complaint lies at the bottom of the causes. */
    private static @Nullable String reason(Throwable e) {
        Throwable at = e;
        while (at.getCause() != null) {
            at = at.getCause();
        }
        return at.getMessage();
    }
}
