package ru.mcu.platform.engine;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.calendar.CycleBusinessCalendar;
import org.camunda.bpm.engine.impl.calendar.MapBusinessCalendarManager;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import ru.mcu.platform.StepClock;

/**
 * The engine's settings that are decisions of this product rather than of an installation, and those that no property
 * reaches. It comes after the starter's own plugins: its word is the last.
 */
@Component
@Order(1000)
class EngineSettings extends AbstractProcessEnginePlugin {

    private final ExportedBeans exported;
    private final ObjectProvider<StepClock> stepClock;
    private final ObjectProvider<DeploymentGuard> guard;

    EngineSettings(ExportedBeans exported, ObjectProvider<StepClock> stepClock, ObjectProvider<DeploymentGuard> guard) {
        this.exported = exported;
        this.stepClock = stepClock;
        this.guard = guard;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        harden(engine);
        spare(engine);
        engine.setRepositoryService(new GuardedRepository(guard));
        // roles and bodies are called body-education, block-roads
        engine.setGeneralResourceWhitelistPattern("[a-zA-Z0-9][a-zA-Z0-9._-]*");
        // an error that a model forgot to catch must fail, not end the process quietly
        engine.setEnableExceptionsAfterUnhandledBpmnError(true);
    }

    @Override
    public void postInit(ProcessEngineConfigurationImpl engine) {
        ((MapBusinessCalendarManager) engine.getBusinessCalendarManager())
                .addBusinessCalendar(CycleBusinessCalendar.NAME, new StepCycleCalendar(stepClock));
    }

    private void harden(ProcessEngineConfigurationImpl engine) {
        engine.setExpressionManager(new HardenedExpressions(exported));
        engine.setScriptEngineResolver(new NoScripts());
        engine.setPasswordEncryptor(new BcryptPasswords());
        engine.setEnableXxeProcessing(false);
        List<BpmnParseListener> listeners = new ArrayList<>();
        if (engine.getCustomPreBPMNParseListeners() != null) {
            listeners.addAll(engine.getCustomPreBPMNParseListeners());
        }
        listeners.add(new MarkupListener());
        engine.setCustomPreBPMNParseListeners(listeners);
    }

    private static void spare(ProcessEngineConfigurationImpl engine) {
        engine.setCmmnEnabled(false);
        engine.setStandaloneTasksEnabled(false);
        engine.setHistoryRemovalTimeStrategy(ProcessEngineConfiguration.HISTORY_REMOVAL_TIME_STRATEGY_START);
        // with the index on due date, acquisition stays fast beside 100,000 sleeping timers
        engine.setEnsureJobDueDateNotNull(true);
        engine.setJobExecutorAcquireByDueDate(true);
        engine.setJobExecutorPreferTimerJobs(true);
    }
}
