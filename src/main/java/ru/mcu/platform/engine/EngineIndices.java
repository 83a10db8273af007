package ru.mcu.platform.engine;

import java.util.List;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import ru.mcu.platform.ClusterLock;

/**
 * Adds the two indices whose absence makes the engine slow once many messages wait: children are searched at every task
 * completion, due jobs at every acquisition. It is no Flyway migration because the engine makes its tables itself, and
 * on a new database no order between the two is sure; here the tables exist.
 */
@Component
@Order(1001)
class EngineIndices extends AbstractProcessEnginePlugin {

    private static final List<String> INDICES = List.of(
            "create index if not exists mcu_idx_task_parent on act_ru_task (parent_task_id_)",
            "create index if not exists mcu_idx_job_due on act_ru_job (duedate_, id_)");

    private final DataSource dataSource;
    private final ClusterLock lock;

    EngineIndices(DataSource dataSource, ClusterLock lock) {
        this.dataSource = dataSource;
        this.lock = lock;
    }

    @Override
    public void postProcessEngineBuild(ProcessEngine engine) {
        JdbcTemplate jdbc = new JdbcTemplate(dataSource);
        lock.holding("engine-indices", () -> {
            INDICES.forEach(jdbc::execute);
            return INDICES.size();
        });
    }
}
