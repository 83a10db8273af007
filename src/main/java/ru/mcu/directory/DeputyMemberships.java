package ru.mcu.directory;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Remembers which groups a deputy was put into for an absence, so that only those are taken away afterwards. */
@Component
class DeputyMemberships {

    private final JdbcClient jdbc;

    DeputyMemberships(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(UUID absenceId, String deputyId, String groupId) {
        jdbc.sql("insert into mcu.deputy_membership (absence_id, deputy_id, group_id) values (?, ?, ?)")
                .params(absenceId, deputyId, groupId)
                .update();
    }

    /** Forgets the absence's rows and gives the groups that no other absence lends to the deputy. */
    List<String> end(UUID absenceId) {
        return jdbc.sql("""
                        with ended as (delete from mcu.deputy_membership where absence_id = ? returning *)
                        select e.group_id from ended e
                         where not exists (select 1 from mcu.deputy_membership other
                                            where other.deputy_id = e.deputy_id and other.group_id = e.group_id
                                              and other.absence_id <> e.absence_id)
                         order by e.group_id
                        """).param(absenceId).query(String.class).list();
    }

    Set<String> lentTo(String deputyId) {
        return jdbc.sql("select group_id from mcu.deputy_membership where deputy_id = ?")
                .param(deputyId)
                .query(String.class)
                .set();
    }

    /** The absent persons through whom the deputy is in any of the groups, longest absent first. */
    List<String> lenders(String deputyId, Collection<String> groupIds) {
        return jdbc.sql("""
                        select a.user_id from mcu.absence a
                         where exists (select 1 from mcu.deputy_membership m
                                        where m.absence_id = a.id and m.deputy_id = :deputy and m.group_id in (:groups))
                         order by a.starts_at
                        """)
                .param("deputy", deputyId)
                .param("groups", groupIds)
                .query(String.class)
                .list();
    }
}
