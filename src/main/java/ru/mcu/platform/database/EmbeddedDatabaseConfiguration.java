package ru.mcu.platform.database;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/** Gives the application a database of its own when none is configured. */
@Configuration(proxyBeanMethods = false)
@Conditional(NoDatabaseGiven.class)
class EmbeddedDatabaseConfiguration {

    private static final int SMALLEST_POOL = 8;

    @Bean(destroyMethod = "close")
    EmbeddedDatabase embeddedDatabase(
            @Value("${mcu.data-dir}") Path dataFolder,
            @Value("${mcu.database.port:0}") int port,
            @Value("${mcu.city:rubtsovsk}") String city)
            throws IOException, SQLException, InterruptedException {
        CityOfFolder folder = new CityOfFolder(dataFolder);
        folder.require(city);
        EmbeddedDatabase database = EmbeddedDatabase.start(dataFolder, port);
        folder.remember(city);
        return database;
    }

    /** Depends on the server, so the pool is closed before it; more settings come from spring.datasource.hikari. */
    @Bean(destroyMethod = "close")
    @ConfigurationProperties("spring.datasource.hikari")
    HikariDataSource dataSource(EmbeddedDatabase database) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(database.jdbcUrl());
        pool.setUsername(EmbeddedDatabase.USER);
        pool.setPassword(database.password());
        pool.setMaximumPoolSize(Math.max(SMALLEST_POOL, 2 * Runtime.getRuntime().availableProcessors()));
        return pool;
    }
}
