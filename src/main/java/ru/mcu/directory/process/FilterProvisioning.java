package ru.mcu.directory.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.EntityTypes;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.springframework.stereotype.Component;

/** Ships the Tasklist's filters with the right to read them, since users may not make any themselves. */
@Component
class FilterProvisioning {

    /** Raised when a shipped filter changes; until then an administrator's edits are left alone. */
    private static final int EDITION = 1;

    private static final String EDITION_KEY = "mcuEdition";

    private final FilterService filters;
    private final TaskService tasks;

    FilterProvisioning(FilterService filters, TaskService tasks) {
        this.filters = filters;
        this.tasks = tasks;
    }

    /** Saves what is missing or of an older edition and gives the read rights that go with all of them. */
    List<Grant> provision() {
        Map<String, Filter> existing = filters.createFilterQuery().filterResourceType(EntityTypes.TASK).list().stream()
                .filter(filter -> filter.getOwner() == null)
                .collect(Collectors.toMap(Filter::getName, Function.identity(), (first, second) -> first));
        List<Grant> grants = new ArrayList<>();
        for (ShippedFilter shipped : ShippedFilter.values()) {
            Filter filter = existing.get(shipped.title());
            if (filter == null) {
                filter = filters.newTaskFilter(shipped.title());
            }
            String id = current(filter) ? filter.getId() : save(filter, shipped);
            shipped.roles().forEach(role -> grants.add(Grant.of(role.code(), Resources.FILTER, id, Permissions.READ)));
        }
        return grants;
    }

    private static boolean current(Filter filter) {
        Map<String, Object> properties = filter.getProperties();
        return properties != null && Integer.valueOf(EDITION).equals(properties.get(EDITION_KEY));
    }

    private String save(Filter filter, ShippedFilter shipped) {
        filter.setQuery(shipped.applyTo(tasks.createTaskQuery()));
        filter.setProperties(Map.of(
                "priority",
                shipped.ordinal() * 10,
                "color",
                shipped.colour(),
                "description",
                shipped.description(),
                "refresh",
                true,
                "showUndefinedVariable",
                false,
                "variables",
                List.of(Map.of("name", "brief", "label", "Суть")),
                EDITION_KEY,
                EDITION));
        return filters.saveFilter(filter).getId();
    }
}
