package ru.mcu.platform.deploy;

import java.util.List;

/**
 * What a deployment of the folder did, for the administrator.
 *
 * @param deployed whether anything changed
 * @param message the outcome in one Russian sentence
 * @param definitions new versions as {@code key, версия n}
 * @param warnings what runs on but deserves a look
 */
public record DeploymentReport(boolean deployed, String message, List<String> definitions, List<String> warnings) {

    static DeploymentReport unchanged() {
        return new DeploymentReport(false, "Набор процессов не изменился, разворачивать нечего.", List.of(), List.of());
    }

    static DeploymentReport of(List<String> definitions, List<String> warnings) {
        return new DeploymentReport(
                true, "Развёрнуто новых версий: " + definitions.size() + ".", definitions, warnings);
    }
}
