package ru.mcu.platform;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.stereotype.Component;

/** Lets one node of the cluster at a time do a piece of work; PostgreSQL frees the lock even when a node dies. */
@Component
public class ClusterLock {

    private static final String SQL = "select pg_advisory_xact_lock(hashtextextended(?, 0))";
    private static final String TRY = "select pg_try_advisory_xact_lock(hashtextextended(?, 0))";

    private final DataSource dataSource;

    ClusterLock(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * Waits for the named lock and holds it, on a connection of its own, while the work runs in its own transactions.
     *
     * @param name the same on every node, e.g. {@code deployment}
     */
    public <T> T holding(String name, Supplier<T> work) {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement lock = connection.prepareStatement(SQL)) {
                lock.setString(1, "mcu." + name);
                lock.execute();
                return work.get();
            } finally {
                connection.rollback();
            }
        } catch (SQLException e) {
            throw new UncategorizedSQLException("cluster lock " + name, SQL, e);
        }
    }

    /**
     * Does the work while holding the named lock, on a connection of its own, unless another node holds it.
     *
     * @return what the work returned; empty when another node holds the lock
     */
    public <T> Optional<T> ifFree(String name, Supplier<T> work) {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement lock = connection.prepareStatement(TRY)) {
                lock.setString(1, "mcu." + name);
                try (ResultSet got = lock.executeQuery()) {
                    return got.next() && got.getBoolean(1) ? Optional.of(work.get()) : Optional.empty();
                }
            } finally {
                connection.rollback();
            }
        } catch (SQLException e) {
            throw new UncategorizedSQLException("cluster lock " + name, TRY, e);
        }
    }
}
