package ru.mcu.cost;

import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Counts what happens in the database between two moments. Statements come from {@code pg_stat_statements}, write
 * transactions from the consumption of transaction ids, log volume from its insert position; all exact as long as
 * nobody else works with the server.
 */
public final class DatabaseCost {

    /** Marks the tool's own statements, which do not count. */
    static final String OWN = "/* meter */";

    private final JdbcClient jdbc;

    public DatabaseCost(JdbcClient jdbc) {
        this.jdbc = jdbc;
        jdbc.sql("create extension if not exists pg_stat_statements").update();
    }

    /** Runs the work and tells its cost, divided by {@code units}. */
    public Figures of(int units, Runnable work) {
        jdbc.sql("select pg_stat_statements_reset() " + OWN)
                .query((row, n) -> 1)
                .list();
        Position before = position();
        long start = System.nanoTime();
        work.run();
        double millis = (System.nanoTime() - start) / 1e6 / units;
        Position after = position();
        return new Figures(
                count("calls", "^\\s*(select|with)", units),
                count("calls", "^\\s*(insert|update|delete)", units),
                count("rows", "^\\s*insert", units),
                count("rows", "^\\s*update", units),
                count("rows", "^\\s*delete", units),
                (after.transactions() - before.transactions()) / (double) units,
                (after.log() - before.log()) / 1024.0 / units,
                millis);
    }

    /** The statements that were called most since the last measurement began. */
    public List<String> frequent(int limit, int units) {
        return jdbc.sql("""
                select calls, rows, regexp_replace(left(query, 230), '\\s+', ' ', 'g') as query
                from pg_stat_statements where dbid = (select oid from pg_database where datname = current_database())
                and query not like '%meter */%' and query not in ('BEGIN', 'COMMIT', 'ROLLBACK')
                order by calls desc limit :limit /* meter */""")
                .param("limit", limit)
                .query((row, n) -> String.format(
                        Locale.ROOT,
                        "%7.2f calls %7.2f rows  %s",
                        row.getDouble("calls") / units,
                        row.getDouble("rows") / units,
                        row.getString("query")))
                .list();
    }

    private double count(String column, String pattern, int units) {
        return jdbc.sql("select coalesce(sum(" + column + "), 0) from pg_stat_statements" + """
                         where dbid = (select oid from pg_database where datname = current_database())
                        and query ~* :pattern and query not like '%meter */%' /* meter */""")
                        .param("pattern", pattern)
                        .query(Double.class)
                        .single()
                / units;
    }

    private Position position() {
        return jdbc.sql("""
                select pg_snapshot_xmax(pg_current_snapshot())::text::bigint as transactions,
                       (pg_current_wal_insert_lsn() - '0/0'::pg_lsn)::bigint as log /* meter */""")
                .query((row, n) -> new Position(row.getLong("transactions"), row.getLong("log")))
                .single();
    }

    private record Position(long transactions, long log) {}

    /** Averages of one unit of work. */
    public record Figures(
            double selects,
            double writes,
            double inserted,
            double updated,
            double deleted,
            double transactions,
            double logKilobytes,
            double millis) {

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "selects %.1f, writing statements %.1f (rows: %.1f inserted, %.1f updated, %.1f deleted), "
                            + "write transactions %.2f, log %.1f kB, %.1f ms",
                    selects,
                    writes,
                    inserted,
                    updated,
                    deleted,
                    transactions,
                    logKilobytes,
                    millis);
        }
    }
}
