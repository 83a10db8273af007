package ru.mcu.directory;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Answers who is who in the city: bodies, blocks, districts, roles and people's names. */
public class Directory {

    private static final Duration NAME_KEPT = Duration.ofMinutes(5);

    private final City city;
    private final People people;
    private final Clock clock;
    private final Map<String, Body> bodies;
    private final Map<String, Body> bodiesByName = new HashMap<>();
    private final Map<String, District> districts = new HashMap<>();
    private final Map<String, Block> blocks;
    private final Map<Role, String> titles;
    private final Map<String, KnownName> names = new ConcurrentHashMap<>();

    public Directory(City city, People people, Clock clock) {
        this.city = city;
        this.people = people;
        this.clock = clock;
        this.bodies = city.bodies().stream().collect(Collectors.toMap(Body::code, Function.identity()));
        this.blocks = city.blocks().stream().collect(Collectors.toMap(Block::code, Function.identity()));
        this.titles = city.roles().stream().collect(Collectors.toMap(RoleDuty::role, RoleDuty::title));
        for (Body body : city.bodies()) {
            bodiesByName.put(NameKey.of(body.code()), body);
            bodiesByName.put(NameKey.of(body.name()), body);
            bodiesByName.put(NameKey.of(body.shortName()), body);
            body.aliases().forEach(alias -> bodiesByName.put(NameKey.of(alias), body));
        }
        for (District district : city.districts()) {
            districts.put(NameKey.of(district.code()), district);
            districts.put(NameKey.of(district.name()), district);
            district.aliases().forEach(alias -> districts.put(NameKey.of(alias), district));
        }
    }

    public City city() {
        return city;
    }

    /** All bodies in the order of the profile. */
    public List<Body> bodies() {
        return city.bodies();
    }

    /** @throws IllegalArgumentException when the city has no such body */
    public Body body(String code) {
        return known(bodies.get(code), "органа", code);
    }

    /** Finds a body by code, full or short name or alias; case, quotes, «г.» and spaces do not matter. */
    public Optional<Body> findBody(String nameOrCodeOrAlias) {
        return Optional.ofNullable(bodiesByName.get(NameKey.of(nameOrCodeOrAlias)));
    }

    /** Finds a district by code, name or alias. */
    public Optional<District> district(String codeOrName) {
        return Optional.ofNullable(districts.get(NameKey.of(codeOrName)));
    }

    /** All industry blocks in the order of the profile. */
    public List<Block> blocks() {
        return city.blocks();
    }

    /** The block of a body. */
    public Block blockOf(Body body) {
        return known(blocks.get(body.block()), "отраслевого блока", body.block());
    }

    /** The group of a body's executors: {@code body-<code>}. */
    public String groupOf(Body body) {
        return body.group();
    }

    /** The role's title as the city's act writes it. */
    public String title(Role role) {
        return titles.getOrDefault(role, role.code());
    }

    /** Last name, first name and patronymic, at most five minutes old; the id itself for an unknown user. */
    public String personName(String userId) {
        Instant now = clock.instant();
        KnownName known = names.get(userId);
        if (known == null || !now.isBefore(known.until())) {
            known = new KnownName(people.fullName(userId).orElse(userId), now.plus(NAME_KEPT));
            names.put(userId, known);
        }
        return known.name();
    }

    /** Ids of a group's members in alphabetical order, read afresh each time. */
    public List<String> usersOf(String groupId) {
        return people.membersOf(groupId);
    }

    /** His e-mail address, read afresh each time. */
    public Optional<String> mailOf(String userId) {
        return people.mailOf(userId);
    }

    /** Those of the people who have an e-mail address, read afresh each time. */
    public Set<String> withMail(Collection<String> userIds) {
        return userIds.isEmpty() ? Set.of() : people.withMail(userIds);
    }

    /** Ids of the groups a person belongs to, read afresh each time. */
    public Set<String> groupsOf(String userId) {
        return people.groupsOf(userId);
    }

    private static <T> T known(@Nullable T found, String what, String code) {
        if (found == null) {
            throw new IllegalArgumentException("В профиле города нет " + what + " «" + code + "»");
        }
        return found;
    }

    private record KnownName(String name, Instant until) {}
}
