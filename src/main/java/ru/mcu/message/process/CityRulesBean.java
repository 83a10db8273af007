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

    /** Whether an answer of this priority goes through the ЦУР: always in Ставрополь (IV.11.8), by priority in Рубцовск. */
    public boolean curApprovalRequired(String priority) {
        return directory.city().curApproval().requiredFor(priority);
    }
}
