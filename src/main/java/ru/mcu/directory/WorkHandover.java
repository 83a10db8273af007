package ru.mcu.directory;

import java.util.Collection;

/** What the engine does when somebody leaves or comes back; runs with the system's rights, not the caller's. */
public interface WorkHandover {

    /** False where groups are kept by an outside directory (LDAP): then only assigned tasks are handed over. */
    boolean canChangeGroups();

    void join(String userId, Collection<String> groupIds);

    void leave(String userId, Collection<String> groupIds);

    /** Gives the absent person's open tasks to the deputy and keeps the absent person as owner; returns how many. */
    int handOver(String absentId, String deputyId);

    /** Gives what the deputy has not completed back to its owner; returns how many. */
    int takeBack(String absentId, String deputyId);
}
