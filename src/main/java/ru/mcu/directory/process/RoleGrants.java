package ru.mcu.directory.process;

import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.CREATE_INSTANCE;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.READ_HISTORY;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.READ_INSTANCE;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.READ_TASK;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.TASK_ASSIGN;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.ProcessInstancePermissions;
import org.camunda.bpm.engine.authorization.Resources;
import ru.mcu.directory.Role;
import ru.mcu.directory.StartRight;

/**
 * The rights of each role in the engine. Task rights are not among them: the engine gives those to candidates and
 * assignees by itself. Nobody but the administrator may save filters, since a filter's expressions run on the server.
 */
final class RoleGrants {

    private static final String ANY = "*";
    private static final Set<Role> COCKPIT = EnumSet.of(Role.CURATOR, Role.HEAD, Role.ANALYST, Role.ADMIN);
    private static final Set<Role> OVERSIGHT = EnumSet.of(Role.CURATOR, Role.HEAD, Role.ANALYST);

    private RoleGrants() {}

    static List<Grant> all(Collection<StartRight> startRights) {
        List<Grant> grants = new ArrayList<>();
        for (Role role : Role.ofPeople()) {
            String group = role.code();
            grants.add(Grant.of(group, Resources.APPLICATION, "tasklist", Permissions.ACCESS));
            grants.add(Grant.of(group, Resources.USER, ANY, Permissions.READ));
            grants.add(Grant.of(group, Resources.GROUP, ANY, Permissions.READ));
            // The models themselves are no secret: Tasklist needs them for forms and the diagram of a task.
            grants.add(Grant.of(group, Resources.PROCESS_DEFINITION, ANY, ProcessDefinitionPermissions.READ));
        }
        COCKPIT.forEach(
                role -> grants.add(Grant.of(role.code(), Resources.APPLICATION, "cockpit", Permissions.ACCESS)));
        OVERSIGHT.forEach(role -> grants.addAll(oversight(role.code())));
        grants.add(Grant.of(Role.HEAD.code(), Resources.PROCESS_DEFINITION, ANY, TASK_ASSIGN));
        grants.addAll(administration());
        startRights.forEach(right -> right.roles().forEach(role -> grants.addAll(start(role.code(), right))));
        return grants;
    }

    /** Reading all running and finished work, tasks included. */
    private static List<Grant> oversight(String group) {
        return List.of(
                Grant.of(
                        group,
                        Resources.PROCESS_DEFINITION,
                        ANY,
                        ProcessDefinitionPermissions.READ,
                        READ_INSTANCE,
                        READ_HISTORY,
                        READ_TASK),
                Grant.of(group, Resources.DECISION_DEFINITION, ANY, Permissions.READ),
                Grant.of(group, Resources.DECISION_REQUIREMENTS_DEFINITION, ANY, Permissions.READ));
    }

    private static List<Grant> administration() {
        List<Grant> grants = new ArrayList<>();
        String group = Role.ADMIN.code();
        grants.add(Grant.of(group, Resources.APPLICATION, "admin", Permissions.ACCESS));
        grants.add(Grant.of(group, Resources.DEPLOYMENT, ANY, Permissions.READ, Permissions.CREATE));
        for (Resources resource : Resources.values()) {
            grants.add(Grant.of(GroupNames.CAMUNDA_ADMIN, resource, ANY, Permissions.ALL));
        }
        return grants;
    }

    private static List<Grant> start(String group, StartRight right) {
        return List.of(
                Grant.of(
                        group,
                        Resources.PROCESS_DEFINITION,
                        right.processKey(),
                        ProcessDefinitionPermissions.READ,
                        CREATE_INSTANCE),
                Grant.of(group, Resources.PROCESS_INSTANCE, ANY, ProcessInstancePermissions.CREATE));
    }
}
