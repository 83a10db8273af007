package ru.mcu.directory.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import ru.mcu.directory.Block;
import ru.mcu.directory.Body;
import ru.mcu.directory.City;
import ru.mcu.directory.District;
import ru.mcu.directory.NameKey;
import ru.mcu.directory.Person;
import ru.mcu.directory.Role;
import ru.mcu.directory.RoleDuty;
import ru.mcu.directory.WorkingHours;

/** Checks what the parts of a profile say about each other: references, duplicates, permitted combinations of roles. */
final class CityRules {

    private static final Pattern CODE = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    private final City city;
    private final List<Problem> problems = new ArrayList<>();

    private CityRules(City city) {
        this.city = city;
    }

    static List<Problem> problems(City city) {
        CityRules rules = new CityRules(city);
        rules.hours();
        rules.codes();
        rules.roles();
        rules.bodies();
        rules.districts();
        rules.references();
        rules.persons();
        return rules.problems;
    }

    private void hours() {
        WorkingHours hours = city.workingHours();
        if (!hours.start().isBefore(hours.end())) {
            add("workingHours.end", "рабочий день кончается раньше, чем начинается");
        }
        if (!hours.lunchStart().isBefore(hours.lunchEnd())
                || hours.lunchStart().isBefore(hours.start())
                || hours.lunchEnd().isAfter(hours.end())) {
            add("workingHours.lunchStart", "обед должен лежать внутри рабочего дня");
        }
        if (city.calendars().isEmpty()) {
            add("calendars", "нужен хотя бы один производственный календарь, например ru");
        }
    }

    private void codes() {
        unique(city.blocks(), "blocks", "code", Block::code);
        unique(city.bodies(), "bodies", "code", Body::code);
        unique(city.districts(), "districts", "code", District::code);
        unique(city.demoPersons(), "demoPersons", "id", Person::id);
        unique(city.competence(), "competence", "topic", c -> c.topic());
        unique(city.roles(), "roles", "role", duty -> duty.role().code());
        each(city.blocks(), "blocks", (block, path) -> code(block.code(), path + ".code"));
        each(city.bodies(), "bodies", (body, path) -> code(body.code(), path + ".code"));
        each(city.districts(), "districts", (district, path) -> code(district.code(), path + ".code"));
        each(city.demoPersons(), "demoPersons", (person, path) -> code(person.id(), path + ".id"));
    }

    private void roles() {
        Set<Role> described = city.roles().stream().map(RoleDuty::role).collect(Collectors.toSet());
        for (Role role : Role.values()) {
            if (!described.contains(role)) {
                add("roles", "не описана роль «" + role.code() + "»");
            }
        }
    }

    private void bodies() {
        Map<String, String> owners = new HashMap<>();
        each(city.bodies(), "bodies", (body, path) -> {
            named(owners, body.code(), body.code(), path + ".code");
            named(owners, body.name(), body.code(), path + ".name");
            named(owners, body.shortName(), body.code(), path + ".shortName");
            each(body.aliases(), path + ".aliases", (alias, place) -> named(owners, alias, body.code(), place));
        });
    }

    private void districts() {
        Map<String, String> owners = new HashMap<>();
        each(city.districts(), "districts", (district, path) -> {
            named(owners, district.code(), district.code(), path + ".code");
            named(owners, district.name(), district.code(), path + ".name");
            each(district.aliases(), path + ".aliases", (alias, place) -> named(owners, alias, district.code(), place));
        });
    }

    private void references() {
        each(city.bodies(), "bodies", (body, path) -> block(body.block(), path + ".block"));
        each(city.competence(), "competence", (competence, path) -> body(competence.body(), path + ".body"));
        each(city.demoPersons(), "demoPersons", (person, path) -> {
            body(person.body(), path + ".body");
            each(person.blocks(), path + ".blocks", this::block);
        });
    }

    private void persons() {
        Map<Role, RoleDuty> duties = city.roles().stream()
                .collect(Collectors.toMap(RoleDuty::role, Function.identity(), (first, second) -> first));
        each(city.demoPersons(), "demoPersons", (person, path) -> {
            if (person.roles().isEmpty()) {
                add(path, "у «" + person.id() + "» нет ни одной роли");
            }
            if (person.roles().contains(Role.EXECUTOR) != (person.body() != null)) {
                add(path, "роль executor и поле body указываются вместе: исполнитель работает в каком-то органе");
            }
            if (!person.blocks().isEmpty() && !person.roles().contains(Role.BLOCK_LEAD)) {
                add(path + ".blocks", "отраслевой блок ведёт только тот, у кого есть роль blockLead");
            }
            for (Role one : person.roles()) {
                for (Role other : person.roles()) {
                    if (one.ordinal() < other.ordinal() && !combinable(duties.get(one), duties.get(other))) {
                        add(
                                path + ".roles",
                                "роли " + one.code() + " и " + other.code()
                                        + " нельзя совмещать: добавьте одну из них в combinedWith другой");
                    }
                }
            }
        });
    }

    private static boolean combinable(@Nullable RoleDuty one, @Nullable RoleDuty other) {
        return one == null
                || other == null
                || one.combinedWith().contains(other.role())
                || other.combinedWith().contains(one.role());
    }

    private void named(Map<String, String> owners, String name, String code, String path) {
        String other = owners.putIfAbsent(NameKey.of(name), code);
        if (other != null && !other.equals(code)) {
            add(path, "название «" + name + "» уже занято: " + other);
        }
    }

    private void body(@Nullable String code, String path) {
        if (code != null && city.bodies().stream().noneMatch(body -> body.code().equals(code))) {
            add(path, "нет органа с кодом «" + code + "»");
        }
    }

    private void block(String code, String path) {
        if (city.blocks().stream().noneMatch(block -> block.code().equals(code))) {
            add(path, "нет отраслевого блока с кодом «" + code + "»");
        }
    }

    private void code(String code, String path) {
        if (!CODE.matcher(code).matches()) {
            add(path, "код «" + code + "»: можно строчные латинские буквы, цифры и дефис");
        }
    }

    private <T> void unique(List<T> items, String list, String field, Function<T, String> key) {
        Set<String> seen = new HashSet<>();
        each(items, list, (item, path) -> {
            if (!seen.add(key.apply(item))) {
                add(path + "." + field, "повторяется «" + key.apply(item) + "»");
            }
        });
    }

    private static <T> void each(List<T> items, String list, Check<T> check) {
        for (int i = 0; i < items.size(); i++) {
            check.check(items.get(i), list + "[" + i + "]");
        }
    }

    private void add(String path, String text) {
        problems.add(new Problem(path, text));
    }

    /** A check of one item of a list at its path. */
    private interface Check<T> {
        void check(T item, String path);
    }
}
