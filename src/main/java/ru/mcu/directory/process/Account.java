package ru.mcu.directory.process;

import java.util.LinkedHashSet;
import java.util.Set;
import ru.mcu.directory.Person;
import ru.mcu.directory.Role;

/** A user that must exist, with the password he gets when he is created and the groups he must be in. */
record Account(String id, String firstName, String lastName, String password, Set<String> groups) {

    static Account of(Person person, String password) {
        Set<String> groups = new LinkedHashSet<>(person.groups());
        if (person.roles().contains(Role.ADMIN)) {
            groups.add(GroupNames.CAMUNDA_ADMIN);
        }
        return new Account(person.id(), person.givenNames(), person.lastName(), password, groups);
    }

    static Account integration(String password) {
        String id = Role.INTEGRATION.code();
        return new Account(id, "Внешняя", "Система", password, Set.of(id));
    }

    /** Keeps the password out of logs. */
    @Override
    public String toString() {
        return "Account[" + id + "]";
    }
}
