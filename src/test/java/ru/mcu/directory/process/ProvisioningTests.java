package ru.mcu.directory.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.identity.Group;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import ru.mcu.WholeApplication;
import ru.mcu.directory.Directory;
import ru.mcu.directory.Role;

@WholeApplication
@DisplayName("Группы, учётные записи, права и фильтры при запуске")
class ProvisioningTests {

    @Autowired
    private StartupProvisioning provisioning;

    @Autowired
    private IdentityService identity;

    @Autowired
    private AuthorizationService authorizations;

    @Autowired
    private FilterService filters;

    @Autowired
    private Directory directory;

    @AfterEach
    void logout() {
        identity.clearAuthentication();
    }

    @Test
    @DisplayName("у каждой роли, органа и блока есть группа с русским названием")
    void everyRoleBodyAndBlockHasAGroup() {
        List<String> groups =
                identity.createGroupQuery().list().stream().map(Group::getId).toList();

        assertThat(groups)
                .contains("camunda-admin")
                .containsAll(List.of(Role.values()).stream().map(Role::code).toList())
                .containsAll(directory.bodies().stream().map(directory::groupOf).toList())
                .containsAll(directory.blocks().stream().map(b -> b.group()).toList());
        assertThat(identity.createGroupQuery().groupId("head").singleResult().getName())
                .isEqualTo("Руководитель и координатор МЦУ");
    }

    @Test
    @DisplayName("сотрудники показа могут войти, и справочник знает их имена и группы")
    void demoPeopleCanLogIn() {
        assertThat(identity.checkPassword("ispolnitel-education", "mcu-demo")).isTrue();
        assertThat(directory.personName("im")).isEqualTo("Лентова Дарья Михайловна");
        assertThat(directory.usersOf("body-education")).containsExactly("ispolnitel-education");
        assertThat(directory.usersOf("block-city")).containsExactly("blok");
    }

    @Test
    @DisplayName("второй запуск ничего не добавляет, а изменённое имя поправляет")
    void theSecondStartAddsNothing() {
        String before = counts();
        Group group = identity.createGroupQuery().groupId("curator").singleResult();
        group.setName("Старое название");
        identity.saveGroup(group);

        provisioning.provision();

        assertThat(counts()).isEqualTo(before);
        assertThat(identity.createGroupQuery().groupId("curator").singleResult().getName())
                .isEqualTo("Куратор МЦУ");
    }

    @Test
    @DisplayName("обычный сотрудник не может создать фильтр, а поставленные видит и может открыть")
    void usersReadShippedFiltersButMakeNone() {
        login("ispolnitel-education");

        assertThatThrownBy(() -> filters.saveFilter(filters.newTaskFilter("свой")))
                .isInstanceOf(AuthorizationException.class);
        assertThat(filters.createFilterQuery().list())
                .extracting(Filter::getName)
                .containsExactlyInAnyOrder(
                        "Мои",
                        "Моей группы",
                        "Просроченные",
                        "Сегодня",
                        "Резонансные",
                        "Вернулись на доработку",
                        "Замещаю");
    }

    @ParameterizedTest
    @EnumSource(ShippedFilter.class)
    @DisplayName("запрос каждого фильтра выполняется от имени сотрудника")
    void everyShippedFilterRuns(ShippedFilter shipped) {
        String id = filters.createFilterQuery()
                .filterName(shipped.title())
                .singleResult()
                .getId();
        login("rukovoditel");

        assertThat(filters.list(id)).hasSize(filters.count(id).intValue());
    }

    @Test
    @DisplayName("в мониторинг входят куратор, руководитель и аналитик, но не исполнитель и не ЦУР")
    void cockpitIsForOversight() {
        for (String user : List.of("kurator", "rukovoditel", "analitik", "admin")) {
            assertThat(mayOpen(user, "cockpit")).as(user).isTrue();
        }
        for (String user : List.of("ispolnitel", "cur", "im", "pos", "blok", "riski", "integration")) {
            assertThat(mayOpen(user, "cockpit")).as(user).isFalse();
            assertThat(mayOpen(user, "admin")).as(user).isFalse();
        }
        assertThat(mayOpen("cur", "tasklist")).isTrue();
        assertThat(mayOpen("integration", "tasklist")).isFalse();
        assertThat(mayOpen("rukovoditel", "admin")).isFalse();
    }

    private boolean mayOpen(String user, String application) {
        return authorizations.isUserAuthorized(
                user, groupsOf(user), Permissions.ACCESS, Resources.APPLICATION, application);
    }

    private void login(String user) {
        identity.setAuthentication(user, groupsOf(user));
    }

    private List<String> groupsOf(String user) {
        return identity.createGroupQuery().groupMember(user).list().stream()
                .map(Group::getId)
                .toList();
    }

    private String counts() {
        return identity.createGroupQuery().count() + " groups, "
                + identity.createUserQuery().count() + " users, "
                + authorizations.createAuthorizationQuery().count() + " authorizations, "
                + filters.createFilterQuery().list().stream()
                        .map(Filter::getId)
                        .sorted()
                        .collect(Collectors.joining(","));
    }
}
