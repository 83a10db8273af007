package ru.mcu.directory;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The people of the identity service, seen without the engine's types. */
public interface People {

    /** Last name, first name and patronymic; empty when there is no such user. */
    Optional<String> fullName(String userId);

    /** His e-mail address; empty when there is no such user or he has none. */
    Optional<String> mailOf(String userId);

    /** Those of the users who have an e-mail address; asked at once however many they are. */
    Set<String> withMail(Collection<String> userIds);

    /** Ids of the group's members in alphabetical order. */
    List<String> membersOf(String groupId);

    /** Ids of the groups the user belongs to. */
    Set<String> groupsOf(String userId);
}
