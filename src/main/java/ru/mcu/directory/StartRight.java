package ru.mcu.directory;

import java.util.Set;

/**
 * Says which roles may start a process from the Tasklist; a module declares one as a bean for each process of its own.
 *
 * @param processKey id of the process in its model
 */
public record StartRight(String processKey, Set<Role> roles) {

    public StartRight {
        roles = Set.copyOf(roles);
    }
}
