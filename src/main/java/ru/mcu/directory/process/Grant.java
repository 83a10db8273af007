package ru.mcu.directory.process;

import java.util.List;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Resource;

/** Permissions of a group on a resource; {@code *} as resource id means every one. */
record Grant(String groupId, Resource resource, String resourceId, List<Permission> permissions) {

    static Grant of(String groupId, Resource resource, String resourceId, Permission... permissions) {
        return new Grant(groupId, resource, resourceId, List.of(permissions));
    }
}
