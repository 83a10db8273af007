package ru.mcu.directory.process;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;
import ru.mcu.directory.People;

/** Reads people from the engine's identity service, its own tables or an outside directory behind it. */
@Component
class EnginePeople implements People {

    private final IdentityService identity;

    EnginePeople(IdentityService identity) {
        this.identity = identity;
    }

    @Override
    public Optional<String> fullName(String userId) {
        return Optional.ofNullable(identity.createUserQuery().userId(userId).singleResult())
                .map(EnginePeople::nameOf);
    }

    @Override
    public Optional<String> mailOf(String userId) {
        return Optional.ofNullable(identity.createUserQuery().userId(userId).singleResult())
                .map(User::getEmail)
                .filter(StringUtils::hasText);
    }

    @Override
    public Set<String> withMail(Collection<String> userIds) {
        return identity.createUserQuery().userIdIn(userIds.toArray(String[]::new)).list().stream()
                .filter(user -> StringUtils.hasText(user.getEmail()))
                .map(User::getId)
                .collect(Collectors.toSet());
    }

    @Override
    public List<String> membersOf(String groupId) {
        return identity.createUserQuery().memberOfGroup(groupId).orderByUserId().asc().list().stream()
                .map(User::getId)
                .toList();
    }

    @Override
    public Set<String> groupsOf(String userId) {
        return identity.createGroupQuery().groupMember(userId).list().stream()
                .map(Group::getId)
                .collect(Collectors.toSet());
    }

    private static String nameOf(User user) {
        String name = (orEmpty(user.getLastName()) + " " + orEmpty(user.getFirstName())).strip();
        return name.isEmpty() ? user.getId() : name;
    }

    private static String orEmpty(@Nullable String text) {
        return StringUtils.hasText(text) ? text.strip() : "";
    }
}
