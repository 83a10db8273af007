package ru.mcu.message.process;

import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;
import ru.mcu.calendar.Norm;
import ru.mcu.message.NormTable;
import ru.mcu.message.Priority;
import ru.mcu.message.Regime;
import ru.mcu.message.StepNorm;
import ru.mcu.platform.Channel;
import ru.mcu.platform.engine.EngineAccess;

/** The norms as {@code deadline-norms.dmn} states them. */
@Component
class DmnNormTable implements NormTable {

    private final DecisionService decisions;
    private final EngineAccess engine;

    DmnNormTable(DecisionService decisions, EngineAccess engine) {
        this.decisions = decisions;
        this.engine = engine;
    }

    @Override
    public StepNorm norm(Channel channel, Priority priority, Regime regime, String step) {
        DmnDecisionRuleResult row = engine.asSystem(() -> decisions
                .evaluateDecisionTableByKey("deadlineNorms")
                .variables(Variables.putValue("channelGroup", channel.normGroup())
                        .putValue("priority", priority.code())
                        .putValue("regime", regime.code())
                        .putValue("step", step))
                .evaluate()
                .getFirstResult());
        if (row == null) {
            throw new IllegalStateException("deadline-norms.dmn has no row for step " + step);
        }
        Number amount = row.getEntry("amount");
        String unit = row.getEntry("unit");
        String source = row.getEntry("source");
        return new StepNorm(Norm.of(amount, unit), source);
    }
}
