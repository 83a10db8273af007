package ru.mcu.platform.deploy;

import org.camunda.bpm.engine.RepositoryService;
import org.springframework.stereotype.Component;

/** What is deployed already and may be called from a set that does not bring it along. */
@Component
class DeployedDefinitions {

    private final RepositoryService repository;

    DeployedDefinitions(RepositoryService repository) {
        this.repository = repository;
    }

    boolean process(String key) {
        return repository
                        .createProcessDefinitionQuery()
                        .processDefinitionKey(key)
                        .count()
                > 0;
    }

    boolean decision(String key) {
        return repository
                        .createDecisionDefinitionQuery()
                        .decisionDefinitionKey(key)
                        .count()
                > 0;
    }
}
