package ru.mcu.message.process;

import ru.mcu.directory.Directory;
import ru.mcu.platform.BpmnBean;

/** What the models need to know of the city. */
@BpmnBean("cityRules")
public class CityRulesBean {

    private final Directory directory;

    CityRulesBean(Directory directory) {
        this.directory = directory;
    }

    /** Whether every answer goes through the ЦУР (Ставрополь IV.11.8). */
    public boolean curApprovalAlways() {
        return directory.city().curApprovalAlways();
    }
}
