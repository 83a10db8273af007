package ru.mcu.coverage;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;

/** What was passed in this JVM, by process key; the ids of nodes and of sequence flows. */
public final class ProcessCoverage {

    private static final Map<String, Set<String>> PASSED = new ConcurrentHashMap<>();
    private static final Set<Class<?>> RAN = ConcurrentHashMap.newKeySet();

    private ProcessCoverage() {}

    static void passed(String processKey, String elementId) {
        PASSED.computeIfAbsent(processKey, key -> new ConcurrentSkipListSet<>()).add(elementId);
    }

    static void ran(Class<?> testClass) {
        RAN.add(testClass);
    }

    static boolean hasRun(Class<?> testClass) {
        return RAN.contains(testClass);
    }

    /** Whether any test entered the process at all. */
    public static boolean isTouched(String processKey) {
        return PASSED.containsKey(processKey);
    }

    /** The ids of the nodes and flows of a model that no test of this JVM has passed yet. */
    public static Set<String> missing(String processKey, BpmnModelInstance model) {
        Set<String> passed = PASSED.getOrDefault(processKey, Set.of());
        Set<String> missing = new TreeSet<>();
        for (FlowNode node : model.getModelElementsByType(FlowNode.class)) {
            if (!passed.contains(node.getId())) {
                missing.add(node.getId());
            }
        }
        for (SequenceFlow flow : model.getModelElementsByType(SequenceFlow.class)) {
            // the engine takes no flow out of an event-based gateway: it starts the event that came first
            boolean byEvent = flow.getSource() instanceof EventBasedGateway
                    && passed.contains(flow.getTarget().getId());
            if (!byEvent && !passed.contains(flow.getId())) {
                missing.add(flow.getId());
            }
        }
        return missing;
    }
}
