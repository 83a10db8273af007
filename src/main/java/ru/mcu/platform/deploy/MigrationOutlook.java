package ru.mcu.platform.deploy;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.management.ActivityStatistics;
import org.camunda.bpm.engine.migration.MigrationInstruction;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.stereotype.Component;

/**
 * Tells which running instances could not follow to the new version of their process. They run on under the old one,
 * so this warns and does not refuse.
 */
@Component
class MigrationOutlook {

    private final RepositoryService repository;
    private final RuntimeService runtime;
    private final ManagementService management;

    MigrationOutlook(RepositoryService repository, RuntimeService runtime, ManagementService management) {
        this.repository = repository;
        this.runtime = runtime;
        this.management = management;
    }

    /** Russian warnings, one per place where instances wait that the new version no longer has. */
    List<String> warnings(ProcessDefinition fresh) {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(fresh.getKey())
                .withoutTenantId()
                .list()
                .stream()
                .filter(it -> it.getVersion() < fresh.getVersion())
                .flatMap(it -> warnings(it, fresh))
                .toList();
    }

    private Stream<String> warnings(ProcessDefinition old, ProcessDefinition fresh) {
        List<ActivityStatistics> waiting =
                management.createActivityStatisticsQuery(old.getId()).list();
        if (waiting.isEmpty()) {
            return Stream.empty();
        }
        Set<String> mapped = new HashSet<>();
        for (MigrationInstruction it : runtime.createMigrationPlan(old.getId(), fresh.getId())
                .mapEqualActivities()
                .build()
                .getInstructions()) {
            mapped.add(it.getSourceActivityId());
        }
        return waiting.stream()
                .filter(it -> !mapped.contains(it.getId()))
                .map(it ->
                        "%s: %d экз. версии %d ждут на шаге %s, которому в версии %d нет соответствия; они завершатся по старой версии"
                                .formatted(
                                        fresh.getKey(),
                                        it.getInstances(),
                                        old.getVersion(),
                                        it.getId(),
                                        fresh.getVersion()));
    }
}
