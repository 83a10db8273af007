package ru.mcu.directory.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import ru.mcu.directory.Role;
import ru.mcu.directory.StartRight;

@DisplayName("Права ролей")
class RoleGrantsTests {

    private final List<Grant> grants =
            RoleGrants.all(List.of(new StartRight("registration", Set.of(Role.IM_OPERATOR))));

    @Test
    @DisplayName("задачи видят все роли людей, мониторинг – куратор, руководитель, аналитик и администратор")
    void everybodyUsesTasklistAndFourRolesCockpit() {
        assertThat(groupsWith(Resources.APPLICATION, "tasklist"))
                .containsExactlyInAnyOrderElementsOf(
                        Role.ofPeople().stream().map(Role::code).toList());
        assertThat(groupsWith(Resources.APPLICATION, "cockpit"))
                .containsExactlyInAnyOrder("curator", "head", "analyst", "admin");
        assertThat(groupsWith(Resources.APPLICATION, "admin")).containsExactly("admin");
    }

    @Test
    @DisplayName("запускать процесс может только названная роль")
    void onlyTheNamedRoleMayStart() {
        assertThat(grants.stream()
                        .filter(grant -> grant.permissions().contains(ProcessDefinitionPermissions.CREATE_INSTANCE))
                        .map(Grant::groupId))
                .containsExactly("imOperator");
    }

    @Test
    @DisplayName("загружать модели может только администратор")
    void onlyTheAdministratorDeploys() {
        assertThat(groupsWith(Resources.DEPLOYMENT, "*")).containsExactlyInAnyOrder("admin", "camunda-admin");
    }

    @Test
    @DisplayName("создавать фильтры, пользователей и права не может никто, кроме администраторов процессов")
    void nobodyElseMayCreateFiltersUsersOrRights() {
        assertThat(groupsWith(Resources.FILTER, "*")).containsExactly("camunda-admin");
        assertThat(groupsWith(Resources.AUTHORIZATION, "*")).containsExactly("camunda-admin");
        assertThat(grants.stream()
                        .filter(grant -> grant.resource() == Resources.USER)
                        .filter(grant -> !grant.groupId().equals("camunda-admin"))
                        .map(Grant::permissions))
                .containsOnly(List.of(Permissions.READ));
    }

    private Set<String> groupsWith(Resource resource, String id) {
        return grants.stream()
                .filter(grant ->
                        grant.resource() == resource && grant.resourceId().equals(id))
                .map(Grant::groupId)
                .collect(Collectors.toSet());
    }
}
