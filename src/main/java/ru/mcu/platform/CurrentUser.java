package ru.mcu.platform;

import java.util.Set;

/** Who acts now, however he came: Tasklist's session, HTTP Basic, or a job of the engine. */
public interface CurrentUser {

    /** The id under which the application itself acts: jobs, start-up, public pages. */
    String SYSTEM = "system";

    /** The user's id, or {@link #SYSTEM}. */
    String id();

    /** Ids of the groups, empty for the system. */
    Set<String> groups();

    /** Whether the user belongs to the group. */
    default boolean in(String group) {
        return groups().contains(group);
    }
}
