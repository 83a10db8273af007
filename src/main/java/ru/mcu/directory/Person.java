package ru.mcu.directory;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A demo account of a city profile.
 *
 * @param id user id of the engine
 * @param roles the first is the main one
 * @param body code of the body whose executor the person is
 * @param blocks codes of the industry blocks the person leads
 */
public record Person(
        String id,
        String lastName,
        String firstName,
        @Nullable String middleName,
        String post,
        List<Role> roles,
        @Nullable String body,
        List<String> blocks) {

    public Person {
        roles = Lists.orEmpty(roles);
        blocks = Lists.orEmpty(blocks);
    }

    /** First name with the patronymic: the engine knows only a first and a last name. */
    public String givenNames() {
        return middleName == null ? firstName : firstName + " " + middleName;
    }

    /** Ids of the groups the person belongs to, without those of the engine itself. */
    public Set<String> groups() {
        Set<String> groups = new LinkedHashSet<>();
        roles.forEach(role -> groups.add(role.code()));
        if (body != null) {
            groups.add("body-" + body);
        }
        blocks.forEach(block -> groups.add("block-" + block));
        return groups;
    }
}
