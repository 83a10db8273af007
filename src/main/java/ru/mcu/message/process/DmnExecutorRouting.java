package ru.mcu.message.process;

import java.util.Optional;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.variable.Variables;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import ru.mcu.directory.Directory;
import ru.mcu.message.ExecutorRouting;
import ru.mcu.platform.engine.EngineAccess;

/** Topic and district to body as {@code executor-routing.dmn} states it. */
@Component
class DmnExecutorRouting implements ExecutorRouting {

    private final DecisionService decisions;
    private final EngineAccess engine;
    private final Directory directory;

    DmnExecutorRouting(DecisionService decisions, EngineAccess engine, Directory directory) {
        this.decisions = decisions;
        this.engine = engine;
        this.directory = directory;
    }

    @Override
    public Optional<String> bodyFor(@Nullable String topicGroup, @Nullable String district) {
        DmnDecisionRuleResult row = engine.asSystem(() -> decisions
                .evaluateDecisionTableByKey("executorRouting")
                .variables(Variables.putValue("city", directory.city().code())
                        .putValue("topicGroup", topicGroup)
                        .putValue("district", district))
                .evaluate()
                .getFirstResult());
        return Optional.ofNullable(row)
                .map(result -> result.<String>getEntry("executor"))
                .filter(code -> !code.isBlank());
    }
}
