package ru.mcu.platform.engine;

import org.camunda.bpm.engine.impl.RepositoryServiceImpl;
import org.camunda.bpm.engine.impl.repository.DeploymentBuilderImpl;
import org.camunda.bpm.engine.repository.DeploymentWithDefinitions;
import org.springframework.beans.factory.ObjectProvider;

/** The repository service of the engine, with the guard in the one place that every deployment passes. */
class GuardedRepository extends RepositoryServiceImpl {

    private final ObjectProvider<DeploymentGuard> guard;

    GuardedRepository(ObjectProvider<DeploymentGuard> guard) {
        this.guard = guard;
    }

    @Override
    public DeploymentWithDefinitions deployWithResult(DeploymentBuilderImpl builder) {
        return commandExecutor.execute(new GuardedDeployment(builder, guard));
    }
}
