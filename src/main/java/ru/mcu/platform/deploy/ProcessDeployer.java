package ru.mcu.platform.deploy;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.repository.DeploymentWithDefinitions;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import ru.mcu.platform.ClusterLock;
import ru.mcu.platform.McuHome;

/** Deploys of the city's folders what changed; the set is checked as a whole, a model keeps its forms beside it. */
@Component
class ProcessDeployer {

    static final String NAME = "mcu";

    /** Without a source of its own the engine would take the deployment for a process application's and never find it. */
    static final String SOURCE = "mcu-folder";

    private final RepositoryService repository;
    private final ProcessSetCheck check;
    private final SetChanges changes;
    private final MigrationOutlook migration;
    private final ClusterLock lock;
    private final McuHome home;

    ProcessDeployer(
            RepositoryService repository,
            ProcessSetCheck check,
            SetChanges changes,
            MigrationOutlook migration,
            ClusterLock lock,
            McuHome home) {
        this.repository = repository;
        this.check = check;
        this.changes = changes;
        this.migration = migration;
        this.lock = lock;
        this.home = home;
    }

    /**
     * Checks the folders and deploys them when anything changed, one node at a time.
     *
     * @throws SetRefused when the set breaks a rule; nothing is deployed then
     */
    DeploymentReport deploy() {
        ProcessSet set = ProcessSet.of(home);
        if (set.resources().isEmpty()) {
            return DeploymentReport.unchanged();
        }
        return lock.holding("deployment", () -> deploy(set));
    }

    boolean deployedBefore() {
        return repository.createDeploymentQuery().deploymentName(NAME).count() > 0;
    }

    private DeploymentReport deploy(ProcessSet set) {
        List<Objection> objections = check.objections(set);
        if (!objections.isEmpty()) {
            throw new SetRefused(objections);
        }
        Map<String, byte[]> changed = changes.in(set, NAME);
        if (changed.isEmpty()) {
            return DeploymentReport.unchanged();
        }
        DeploymentBuilder builder = repository.createDeployment().name(NAME).source(SOURCE);
        changed.forEach((name, bytes) -> builder.addInputStream(name, new ByteArrayInputStream(bytes)));
        return report(builder.deployWithResult());
    }

    private DeploymentReport report(DeploymentWithDefinitions deployment) {
        List<ProcessDefinition> processes = orEmpty(deployment.getDeployedProcessDefinitions());
        List<DecisionDefinition> decisions = orEmpty(deployment.getDeployedDecisionDefinitions());
        if (processes.isEmpty() && decisions.isEmpty()) {
            return DeploymentReport.unchanged();
        }
        List<String> definitions = Stream.concat(processes.stream(), decisions.stream())
                .map(it -> it.getKey() + ", версия " + it.getVersion())
                .sorted()
                .toList();
        List<String> warnings = processes.stream()
                .flatMap(it -> migration.warnings(it).stream())
                .toList();
        return DeploymentReport.of(definitions, warnings);
    }

    private static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }
}
