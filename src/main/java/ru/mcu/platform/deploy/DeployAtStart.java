package ru.mcu.platform.deploy;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Deploys when the application has started, before accounts, rights and filters are set up. A refused set does not stop
 * an installation that already has processes: it goes on with them and says so; a first start has nothing to go on with.
 */
@Component
class DeployAtStart {

    private static final Logger LOG = LoggerFactory.getLogger(DeployAtStart.class);

    private final ProcessDeployer deployer;

    DeployAtStart(ProcessDeployer deployer) {
        this.deployer = deployer;
    }

    @EventListener(ApplicationStartedEvent.class)
    @Order(-100)
    void deploy() {
        try {
            DeploymentReport report = deployer.deploy();
            LOG.info("processes: {} {}", report.message(), report.definitions());
            report.warnings().forEach(it -> LOG.warn("processes: {}", it));
        } catch (SetRefused e) {
            if (!deployer.deployedBefore()) {
                throw e;
            }
            LOG.error("processes of the last accepted deployment stay in force. {}", e.getMessage());
        }
    }
}
