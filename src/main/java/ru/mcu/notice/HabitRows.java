package ru.mcu.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What people chose, and the accounts they linked. */
@Repository
class HabitRows {

    private final JdbcClient jdbc;

    HabitRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Habits of all of them, in two statements however many they are. */
    Map<String, Habits> of(Collection<String> users) {
        Map<String, Habits> habits = new HashMap<>();
        if (users.isEmpty()) {
            return habits;
        }
        Map<String, Map<NoticeKind, Set<NoticeRoute>>> refused = refusals(users);
        jdbc.sql("select * from mcu.notice_person where user_id in (:users)")
                .param("users", users)
                .query(row -> {
                    String user = row.getString("user_id");
                    habits.put(user, read(row, refused.getOrDefault(user, Map.of())));
                });
        users.forEach(user -> habits.computeIfAbsent(
                user,
                it -> new Habits(Habits.EVENING, Habits.MORNING, true, refused.getOrDefault(it, Map.of()), Set.of())));
        return habits;
    }

    private Map<String, Map<NoticeKind, Set<NoticeRoute>>> refusals(Collection<String> users) {
        Map<String, Map<NoticeKind, Set<NoticeRoute>>> refused = new HashMap<>();
        jdbc.sql("select * from mcu.notice_refusal where user_id in (:users)")
                .param("users", users)
                .query(row -> {
                    refused.computeIfAbsent(row.getString("user_id"), user -> new EnumMap<>(NoticeKind.class))
                            .computeIfAbsent(
                                    NoticeKind.valueOf(row.getString("kind")),
                                    kind -> EnumSet.noneOf(NoticeRoute.class))
                            .add(NoticeRoute.valueOf(row.getString("route")));
                });
        return refused;
    }

    private static Habits read(ResultSet row, Map<NoticeKind, Set<NoticeRoute>> refused) throws SQLException {
        Set<NoticeRoute> linked = EnumSet.noneOf(NoticeRoute.class);
        if (row.getString("telegram") != null) {
            linked.add(NoticeRoute.TELEGRAM);
        }
        if (row.getString("max") != null) {
            linked.add(NoticeRoute.MAX);
        }
        return new Habits(
                orElse(row.getObject("quiet_from", LocalTime.class), Habits.EVENING),
                orElse(row.getObject("quiet_to", LocalTime.class), Habits.MORNING),
                row.getBoolean("rest_days"),
                refused,
                linked);
    }

    private static LocalTime orElse(@Nullable LocalTime time, LocalTime byDefault) {
        return time == null ? byDefault : time;
    }

    void save(String user, Habits habits) {
        jdbc.sql("""
                insert into mcu.notice_person (user_id, quiet_from, quiet_to, rest_days)
                values (:user, :from, :to, :rest)
                on conflict (user_id) do update set quiet_from = :from, quiet_to = :to, rest_days = :rest""")
                .param("user", user)
                .param("from", habits.quietFrom())
                .param("to", habits.quietTo())
                .param("rest", habits.restDays())
                .update();
        jdbc.sql("delete from mcu.notice_refusal where user_id = :user")
                .param("user", user)
                .update();
        habits.refused()
                .forEach((kind, routes) -> routes.forEach(route -> jdbc.sql(
                                "insert into mcu.notice_refusal (user_id, kind, route) values (:user, :kind, :route)")
                        .param("user", user)
                        .param("kind", kind.name())
                        .param("route", route.name())
                        .update()));
    }

    void offerLink(String codeHash, String user, NoticeRoute route, Instant expires, Instant now) {
        jdbc.sql("delete from mcu.notice_link where expires_at < :now or (user_id = :user and route = :route)")
                .param("now", utc(now))
                .param("user", user)
                .param("route", route.name())
                .update();
        jdbc.sql(
                        "insert into mcu.notice_link (code_hash, user_id, route, expires_at) values (:hash, :user, :route, :expires)")
                .param("hash", codeHash)
                .param("user", user)
                .param("route", route.name())
                .param("expires", utc(expires))
                .update();
    }

    /** Uses a code up; empty when it is unknown or too old. */
    Optional<String> takeLink(String codeHash, NoticeRoute route, Instant now) {
        return jdbc.sql("""
                delete from mcu.notice_link where code_hash = :hash and route = :route and expires_at > :now
                returning user_id""")
                .param("hash", codeHash)
                .param("route", route.name())
                .param("now", utc(now))
                .query(String.class)
                .optional();
    }

    void link(String user, NoticeRoute route, @Nullable String account) {
        jdbc.sql("insert into mcu.notice_person (user_id) values (:user) on conflict do nothing")
                .param("user", user)
                .update();
        jdbc.sql("update mcu.notice_person set " + column(route) + " = cast(:account as text) where user_id = :user")
                .param("account", account)
                .param("user", user)
                .update();
    }

    Optional<String> account(String user, NoticeRoute route) {
        return jdbc.sql("select " + column(route) + " from mcu.notice_person where user_id = :user")
                .param("user", user)
                .query((row, number) -> Optional.ofNullable(row.getString(1)))
                .optional()
                .flatMap(account -> account);
    }

    /** True for the one node that may send this day's digest. */
    boolean beginDigest(LocalDate day, Instant now) {
        return jdbc.sql("insert into mcu.notice_digest (day, at) values (:day, :now) on conflict do nothing")
                        .param("day", day)
                        .param("now", utc(now))
                        .update()
                == 1;
    }

    private static String column(NoticeRoute route) {
        return switch (route) {
            case TELEGRAM -> "telegram";
            case MAX -> "max";
            case MAIL -> throw new IllegalArgumentException("an address comes from the user's profile");
        };
    }

    private static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
