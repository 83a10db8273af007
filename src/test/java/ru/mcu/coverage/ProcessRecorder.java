package ru.mcu.coverage;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.repository.ProcessDefinition;

/** Makes the engine of a test tell {@link ProcessCoverage} of every node it enters and every flow it takes. */
public final class ProcessRecorder extends AbstractProcessEnginePlugin {

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        List<BpmnParseListener> listeners = new ArrayList<>();
        if (engine.getCustomPreBPMNParseListeners() != null) {
            listeners.addAll(engine.getCustomPreBPMNParseListeners());
        }
        listeners.add(new AtEveryElement());
        engine.setCustomPreBPMNParseListeners(listeners);
    }

    /** The parser calls this for whole processes too, when all their activities and flows are known. */
    private static final class AtEveryElement extends AbstractBpmnParseListener {

        @Override
        public void parseProcess(Element element, ProcessDefinitionEntity process) {
            process.getActivities().forEach(this::listen);
        }

        private void listen(ActivityImpl activity) {
            ExecutionListener entered = execution -> note(execution, activity.getId());
            activity.addBuiltInListener(ExecutionListener.EVENTNAME_START, entered);
            activity.getOutgoingTransitions().forEach(flow -> listen((TransitionImpl) flow));
            ((ScopeImpl) activity).getActivities().forEach(this::listen);
        }

        private static void listen(TransitionImpl flow) {
            flow.addListener(ExecutionListener.EVENTNAME_TAKE, (ExecutionListener)
                    execution -> note(execution, Objects.requireNonNull(flow.getId())));
        }

        private static void note(DelegateExecution execution, String elementId) {
            ProcessDefinition definition = execution
                    .getProcessEngineServices()
                    .getRepositoryService()
                    .getProcessDefinition(execution.getProcessDefinitionId());
            ProcessCoverage.passed(definition.getKey(), elementId);
        }
    }
}
