package ru.mcu.directory.process;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.springframework.stereotype.Component;

/** Adds the permissions that are missing, by one look at all that exist; what an administrator added stays. */
@Component
class Authorizations {

    private final AuthorizationService authorizations;

    Authorizations(AuthorizationService authorizations) {
        this.authorizations = authorizations;
    }

    void ensure(List<Grant> grants) {
        Map<Place, List<Permission>> wanted = new LinkedHashMap<>();
        for (Grant grant : grants) {
            wanted.computeIfAbsent(Place.of(grant), place -> new ArrayList<>()).addAll(grant.permissions());
        }
        Map<Place, Authorization> existing = existing(wanted);
        wanted.forEach((place, permissions) -> {
            Authorization authorization = existing.get(place);
            if (authorization == null) {
                authorization = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
                authorization.setGroupId(place.groupId());
                authorization.setResourceType(place.resourceType());
                authorization.setResourceId(place.resourceId());
            } else if (permissions.stream().allMatch(authorization::isPermissionGranted)) {
                return;
            }
            permissions.forEach(authorization::addPermission);
            authorizations.saveAuthorization(authorization);
        });
    }

    private Map<Place, Authorization> existing(Map<Place, ?> wanted) {
        String[] groups =
                wanted.keySet().stream().map(Place::groupId).distinct().toArray(String[]::new);
        return authorizations
                .createAuthorizationQuery()
                .authorizationType(Authorization.AUTH_TYPE_GRANT)
                .groupIdIn(groups)
                .list()
                .stream()
                .collect(Collectors.toMap(Place::of, Function.identity(), (first, second) -> first));
    }

    private record Place(String groupId, int resourceType, String resourceId) {

        static Place of(Grant grant) {
            return new Place(grant.groupId(), grant.resource().resourceType(), grant.resourceId());
        }

        static Place of(Authorization authorization) {
            return new Place(
                    authorization.getGroupId(), authorization.getResourceType(), authorization.getResourceId());
        }
    }
}
