package ru.mcu.directory.process;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ru.mcu.directory.City;

/** Brings groups and accounts of the city profile into the engine: adds and renames, never deletes. */
@Component
class IdentityProvisioning {

    private final IdentityService identity;
    private final City city;
    private final Accounts accounts;
    private final JdbcClient jdbc;

    IdentityProvisioning(IdentityService identity, City city, Accounts accounts, JdbcClient jdbc) {
        this.identity = identity;
        this.city = city;
        this.accounts = accounts;
        this.jdbc = jdbc;
    }

    void provision() {
        if (identity.isReadOnly()) {
            return;
        }
        groups(GroupNames.of(city));
        List<Account> wanted = accounts.wanted();
        if (!wanted.isEmpty()) {
            users(wanted);
            memberships(wanted);
        }
    }

    private void groups(Map<String, String> names) {
        Map<String, Group> existing =
                identity.createGroupQuery().groupIdIn(names.keySet().toArray(String[]::new)).list().stream()
                        .collect(Collectors.toMap(Group::getId, Function.identity()));
        names.forEach((id, name) -> {
            Group group = existing.get(id);
            if (group == null) {
                group = identity.newGroup(id);
                group.setType(id.equals(GroupNames.CAMUNDA_ADMIN) ? "SYSTEM" : "WORKFLOW");
            } else if (name.equals(group.getName())) {
                return;
            }
            group.setName(name);
            identity.saveGroup(group);
        });
    }

    private void users(List<Account> wanted) {
        String[] ids = wanted.stream().map(Account::id).toArray(String[]::new);
        Map<String, User> existing = identity.createUserQuery().userIdIn(ids).list().stream()
                .collect(Collectors.toMap(User::getId, Function.identity()));
        for (Account account : wanted) {
            User user = existing.get(account.id());
            if (user == null) {
                user = identity.newUser(account.id());
                user.setPassword(account.password());
            } else if (account.firstName().equals(user.getFirstName())
                    && account.lastName().equals(user.getLastName())) {
                continue;
            }
            user.setFirstName(account.firstName());
            user.setLastName(account.lastName());
            identity.saveUser(user);
        }
    }

    /** The identity service tells memberships of one user or group at a time only, so they are read by one statement. */
    private void memberships(List<Account> wanted) {
        List<String> ids = wanted.stream().map(Account::id).toList();
        Map<String, Set<String>> existing = jdbc
                .sql("select user_id_, group_id_ from act_id_membership where user_id_ in (:ids)")
                .param("ids", ids)
                .query((row, n) -> Map.entry(row.getString(1), row.getString(2)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toSet())));
        for (Account account : wanted) {
            Set<String> has = existing.getOrDefault(account.id(), Set.of());
            account.groups().stream()
                    .filter(group -> !has.contains(group))
                    .forEach(group -> identity.createMembership(account.id(), group));
        }
    }
}
