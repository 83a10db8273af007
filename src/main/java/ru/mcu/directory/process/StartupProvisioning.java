package ru.mcu.directory.process;

import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import ru.mcu.directory.StartRight;
import ru.mcu.platform.ClusterLock;

/** Brings groups, accounts, rights and filters up to date before anything else happens at start; one node at a time. */
@Component
class StartupProvisioning {

    private final IdentityProvisioning identities;
    private final Authorizations authorizations;
    private final FilterProvisioning filters;
    private final ObjectProvider<StartRight> startRights;
    private final ClusterLock lock;
    private final TransactionTemplate transaction;

    StartupProvisioning(
            IdentityProvisioning identities,
            Authorizations authorizations,
            FilterProvisioning filters,
            ObjectProvider<StartRight> startRights,
            ClusterLock lock,
            PlatformTransactionManager transactions) {
        this.identities = identities;
        this.authorizations = authorizations;
        this.filters = filters;
        this.startRights = startRights;
        this.lock = lock;
        this.transaction = new TransactionTemplate(transactions);
    }

    @EventListener(ApplicationStartedEvent.class)
    @Order(Ordered.HIGHEST_PRECEDENCE + 100)
    void provision() {
        lock.holding(
                "directory",
                () -> transaction.execute(status -> {
                    identities.provision();
                    List<Grant> grants =
                            new ArrayList<>(RoleGrants.all(startRights.stream().toList()));
                    grants.addAll(filters.provision());
                    authorizations.ensure(grants);
                    return true;
                }));
    }
}
