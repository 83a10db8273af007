package ru.mcu.platform.engine;

import java.util.Map;

/** Looks at every deployment, whichever way it came (start, REST, Modeler, Cockpit), before anything is stored. */
public interface DeploymentGuard {

    /**
     * Checks the resources of one deployment.
     *
     * @param resources content by resource name
     * @return what shall be stored: the same, completed by the forms that the models refer to
     * @throws org.camunda.bpm.engine.BadUserRequestException with a Russian report when the set is refused
     */
    Map<String, byte[]> admit(Map<String, byte[]> resources);
}
