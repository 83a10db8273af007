package ru.mcu.directory;

import java.util.List;

/**
 * How a city's act names a role.
 *
 * @param clauses ids of the clauses that define it, e.g. {@code stavropol:III.7.1}
 * @param combinedWith roles the same person may hold besides (Stavropol III.4: duties may be combined)
 */
public record RoleDuty(Role role, String title, List<String> clauses, List<Role> combinedWith) {

    public RoleDuty {
        clauses = Lists.orEmpty(clauses);
        combinedWith = Lists.orEmpty(combinedWith);
    }
}
