package ru.mcu.message.process;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import ru.mcu.message.Oversight;
import ru.mcu.message.Publications;
import ru.mcu.message.Publications.Route;
import ru.mcu.platform.BpmnBean;

/** Finds how a text can reach the author now. */
@BpmnBean("choosePublicationRoute")
class ChoosePublicationRouteDelegate implements JavaDelegate {

    private final Publications publications;
    private final Oversight oversight;

    ChoosePublicationRouteDelegate(Publications publications, Oversight oversight) {
        this.publications = publications;
        this.oversight = oversight;
    }

    @Override
    public void execute(DelegateExecution execution) {
        UUID publication = UUID.fromString(MessageVariables.PUBLICATION_ID.get(execution));
        oversight.publishing(MessageIds.of(execution));
        Route route = publications.route(publication);
        MessageVariables.PUBLICATION_ROUTE.set(execution, route.code());
    }
}
