package ru.mcu.platform.engine;

import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.impl.cmd.DeployCmd;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.camunda.bpm.engine.impl.repository.DeploymentBuilderImpl;
import org.springframework.beans.factory.ObjectProvider;

/**
 * Deploys a set after the guard admitted it. By then the user's right to deploy is checked and all resources are known,
 * those taken from older deployments too.
 */
class GuardedDeployment extends DeployCmd {

    private static final long serialVersionUID = 1L;

    private final transient ObjectProvider<DeploymentGuard> guard;

    GuardedDeployment(DeploymentBuilderImpl builder, ObjectProvider<DeploymentGuard> guard) {
        super(builder);
        this.guard = guard;
    }

    /** A changed set is stored whole: a model whose unchanged form stays behind in an older deployment cannot find it. */
    @Override
    protected Map<String, ResourceEntity> resolveResourcesToDeploy(CommandContext context, DeploymentEntity candidate) {
        Map<String, ResourceEntity> changed = super.resolveResourcesToDeploy(context, candidate);
        return changed.isEmpty() ? changed : candidate.getResources();
    }

    @Override
    protected void deploy(CommandContext context, DeploymentEntity deployment) {
        Map<String, byte[]> contents = new HashMap<>();
        deployment.getResources().forEach((name, resource) -> contents.put(name, resource.getBytes()));
        Map<String, ResourceEntity> admitted = new HashMap<>();
        guard.getObject().admit(contents).forEach((name, bytes) -> admitted.put(name, resource(name, bytes)));
        deployment.setResources(admitted);
        super.deploy(context, deployment);
    }

    private static ResourceEntity resource(String name, byte[] bytes) {
        ResourceEntity resource = new ResourceEntity();
        resource.setName(name);
        resource.setBytes(bytes);
        return resource;
    }
}
