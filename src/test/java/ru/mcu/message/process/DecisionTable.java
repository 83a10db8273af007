package ru.mcu.message.process;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Rule;

/** A shipped decision table without an engine around it; remembers which of its rules fired. */
final class DecisionTable {

    private final Path file;
    private final DmnEngine engine;
    private final DmnDecision decision;
    private final Set<String> fired = new TreeSet<>();

    DecisionTable(String fileName) {
        file = Path.of("processes", "message", fileName);
        DefaultDmnEngineConfiguration configuration = new DefaultDmnEngineConfiguration();
        configuration.setCustomPostDecisionTableEvaluationListeners(new ArrayList<>(List.of(this::remember)));
        engine = configuration.buildEngine();
        try (InputStream model = Files.newInputStream(file)) {
            decision = engine.parseDecisions(model).get(0);
        } catch (IOException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private void remember(DmnDecisionTableEvaluationEvent event) {
        event.getMatchingRules().forEach(rule -> fired.add(rule.getId()));
    }

    /** The outputs of the rule that fires; every input column must have its value. */
    Map<String, Object> ask(Map<String, Object> inputs) {
        return engine.evaluateDecisionTable(decision, inputs).getSingleResult().getEntryMap();
    }

    /** Rules of the file that have not fired for any question so far. */
    Set<String> silentRules() {
        Set<String> silent = new TreeSet<>();
        Dmn.readModelFromFile(file.toFile())
                .getModelElementsByType(Rule.class)
                .forEach(rule -> silent.add(rule.getId()));
        silent.removeAll(fired);
        return silent;
    }
}
