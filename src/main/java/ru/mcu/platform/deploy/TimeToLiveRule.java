package ru.mcu.platform.deploy;

import java.util.regex.Pattern;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Every process and decision says for how many days its history is kept. */
@Component
class TimeToLiveRule implements ProcessRule {

    private static final String CAMUNDA_DMN = "http://camunda.org/schema/1.0/dmn";
    private static final Pattern DAYS = Pattern.compile("[1-9][0-9]{0,4}|P[1-9][0-9]{0,4}D");

    @Override
    public void inspect(ProcessFile file, SetContext context, Objections objections) {
        for (Process process : file.executable()) {
            inspect(process.getId(), process.getCamundaHistoryTimeToLiveString(), objections);
        }
    }

    static void inspect(TableFile file, Objections objections) {
        for (Decision decision : file.decisions()) {
            inspect(decision.getId(), decision.getAttributeValueNs(CAMUNDA_DMN, "historyTimeToLive"), objections);
        }
    }

    private static void inspect(String id, @Nullable String timeToLive, Objections objections) {
        if (timeToLive == null || !DAYS.matcher(timeToLive).matches()) {
            objections.add(id, "не указан срок хранения истории", "задайте historyTimeToLive в днях, например P1825D");
        }
    }
}
