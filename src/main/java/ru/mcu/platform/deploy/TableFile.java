package ru.mcu.platform.deploy;

import java.util.Collection;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;

/** A parsed DMN file. */
record TableFile(String name, DmnModelInstance model) {

    Collection<Decision> decisions() {
        return model.getModelElementsByType(Decision.class);
    }
}
