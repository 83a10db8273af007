package ru.mcu.platform.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.impl.juel.AstBracket;
import org.camunda.bpm.impl.juel.AstDot;
import org.camunda.bpm.impl.juel.AstFunction;
import org.camunda.bpm.impl.juel.AstIdentifier;
import org.camunda.bpm.impl.juel.AstMethod;
import org.camunda.bpm.impl.juel.AstNode;
import org.camunda.bpm.impl.juel.Builder;
import org.camunda.bpm.impl.juel.Node;
import org.camunda.bpm.impl.juel.TreeBuilderException;
import org.springframework.stereotype.Component;

/**
 * Reads an expression without running it and says what the engine would refuse later: unknown beans and methods,
 * methods on variables, functions that do not exist. Allowed are variables, operators, {@code bean.method(…)} of
 * exported beans, and what {@link EngineObject} lists.
 */
@Component
public class ExpressionCheck {

    private static final Set<String> FUNCTIONS = Set.of("currentUser", "currentUserGroups", "now", "dateTime");

    private final ExportedBeans beans;

    ExpressionCheck(ExportedBeans beans) {
        this.beans = beans;
    }

    /** Russian objections to an expression such as {@code ${deadlines.due(execution)}}; empty when it may run. */
    public List<String> objections(String expression) {
        List<String> found = new ArrayList<>();
        try {
            Node root = new Builder(Builder.Feature.METHOD_INVOCATIONS)
                    .build(expression)
                    .getRoot();
            inspect(root, found);
        } catch (TreeBuilderException e) {
            found.add("выражение не разбирается: " + expression);
        }
        return found;
    }

    private void inspect(Node node, List<String> found) {
        if (node instanceof AstMethod call) {
            inspectCall(call, found);
            return;
        }
        if (node instanceof AstBracket) {
            found.add("квадратные скобки в выражении не разрешены");
        } else if (node instanceof AstDot dot) {
            inspectProperty(dot, found);
        } else if (node instanceof AstFunction function && !FUNCTIONS.contains(function.getName())) {
            found.add("функции " + function.getName() + "() нет");
        }
        children(node).forEach(it -> inspect(it, found));
    }

    private void inspectCall(AstMethod call, List<String> found) {
        Node parameters = call.getChild(1);
        if (call.getChild(0) instanceof AstDot dot) {
            inspectCall(dot, parameters.getCardinality(), found);
            if (!(dot.getChild(0) instanceof AstIdentifier)) {
                inspect(dot.getChild(0), found);
            }
        } else {
            found.add("вызов через квадратные скобки не разрешён");
        }
        inspect(parameters, found);
    }

    private void inspectCall(AstDot dot, int parameters, List<String> found) {
        String method = property(dot);
        if (dot.getChild(0) instanceof AstIdentifier base && beans.exports(base.getName())) {
            if (!beans.offers(base.getName(), method, parameters)) {
                found.add("у бина " + base.getName() + " нет метода " + method + " с числом параметров " + parameters);
            }
            return;
        }
        Optional<EngineObject> engineObject = dot.getChild(0) instanceof AstIdentifier base
                ? EngineObject.named(base.getName())
                : Optional.of(EngineObject.MOMENT);
        if (engineObject.isEmpty()) {
            found.add("бин " + text(dot.getChild(0)) + " не найден среди доступных моделям");
        } else if (!engineObject.get().allows(method)) {
            found.add("метод " + method + " вызывать не разрешено");
        }
    }

    private void inspectProperty(AstDot dot, List<String> found) {
        String property = property(dot);
        if (!(dot.getChild(0) instanceof AstIdentifier base)) {
            found.add("цепочка свойств не разрешена: ." + property);
        } else if (beans.exports(base.getName())) {
            found.add("у бина " + base.getName() + " можно только вызвать метод: " + property + "(…)");
        } else if (EngineObject.named(base.getName())
                .filter(it -> !it.allowsProperty(property))
                .isPresent()) {
            found.add("свойство " + base.getName() + "." + property + " читать не разрешено");
        }
    }

    private static List<Node> children(Node node) {
        List<Node> children = new ArrayList<>();
        for (int i = 0; i < node.getCardinality(); i++) {
            if (node.getChild(i) != null) {
                children.add(node.getChild(i));
            }
        }
        return children;
    }

    /** The tree keeps a property's name to itself; printed, it follows the prefix and a dot. */
    private static String property(AstDot dot) {
        return text(dot).substring(text(dot.getChild(0)).length() + 1);
    }

    @SuppressWarnings("NullAway") // null bindings print names as written
    private static String text(Node node) {
        StringBuilder text = new StringBuilder();
        ((AstNode) node).appendStructure(text, null);
        return text.toString();
    }
}
