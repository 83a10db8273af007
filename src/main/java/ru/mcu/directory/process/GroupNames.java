package ru.mcu.directory.process;

import java.util.LinkedHashMap;
import java.util.Map;
import ru.mcu.directory.City;

/** Ids and Russian names of all groups a city needs: its roles, bodies and industry blocks. */
final class GroupNames {

    /** The engine's own group with every right. */
    static final String CAMUNDA_ADMIN = "camunda-admin";

    private GroupNames() {}

    static Map<String, String> of(City city) {
        Map<String, String> names = new LinkedHashMap<>();
        names.put(CAMUNDA_ADMIN, "Администраторы процессов");
        city.roles().forEach(duty -> names.put(duty.role().code(), duty.title()));
        city.bodies().forEach(body -> names.put(body.group(), body.shortName()));
        city.blocks().forEach(block -> names.put(block.group(), "Блок: " + block.name()));
        return names;
    }
}
