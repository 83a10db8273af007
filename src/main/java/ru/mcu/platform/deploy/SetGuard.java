package ru.mcu.platform.deploy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import org.springframework.stereotype.Component;
import ru.mcu.platform.McuHome;
import ru.mcu.platform.engine.DeploymentGuard;

/**
 * Holds every deployment to the same rules as the folder's. A model sent alone, as the Modeler's button does, gets the
 * forms it names: one sent along under its bare file name, else the folder's.
 */
@Component
class SetGuard implements DeploymentGuard {

    private final ProcessSetCheck check;
    private final McuHome home;

    SetGuard(ProcessSetCheck check, McuHome home) {
        this.check = check;
        this.home = home;
    }

    @Override
    public Map<String, byte[]> admit(Map<String, byte[]> resources) {
        Map<String, byte[]> complete = withForms(resources);
        List<Objection> objections = check.objections(new ProcessSet(complete));
        if (!objections.isEmpty()) {
            throw new SetRefused(objections);
        }
        return complete;
    }

    private Map<String, byte[]> withForms(Map<String, byte[]> resources) {
        Map<String, byte[]> complete = new TreeMap<>(resources);
        Map<String, byte[]> folder = ProcessSet.forms(home);
        resources.forEach((name, bytes) -> {
            Matcher form = FormRule.FORM.matcher(new String(bytes, StandardCharsets.UTF_8));
            while (name.endsWith(".bpmn") && form.find()) {
                String wanted = form.group(1);
                if (!complete.containsKey(wanted)) {
                    sentAlong(resources, wanted)
                            .or(() -> Optional.ofNullable(folder.get(wanted)))
                            .ifPresent(it -> complete.put(wanted, it));
                }
            }
        });
        return complete;
    }

    private static Optional<byte[]> sentAlong(Map<String, byte[]> resources, String form) {
        return Optional.ofNullable(resources.get(form.substring(form.lastIndexOf('/') + 1)));
    }
}
