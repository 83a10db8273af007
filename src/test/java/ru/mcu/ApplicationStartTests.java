package ru.mcu;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;

@WholeApplication
@DisplayName("Запуск приложения")
class ApplicationStartTests {

    @Autowired
    TestRestTemplate http;

    @Autowired
    JdbcClient database;

    @Test
    @DisplayName("готовность видна без входа, подробности не раскрываются")
    void readinessIsPublicAndTellsNothingElse() {
        ResponseEntity<String> answer = http.getForEntity("/actuator/health/readiness", String.class);

        assertThat(answer.getStatusCode().value()).isEqualTo(200);
        assertThat(answer.getBody()).isEqualTo("{\"status\":\"UP\"}");
    }

    @Test
    @DisplayName("таблицы движка лежат в схеме public, история — уровня activity")
    void engineTablesAreInPublicWithLeanHistory() {
        assertThat(database.sql("select schemaname from pg_tables where tablename = 'act_ru_task'")
                        .query(String.class)
                        .list())
                .containsExactly("public");
        assertThat(database.sql("select value_ from public.act_ge_property where name_ = 'historyLevel'")
                        .query(String.class)
                        .single())
                .isEqualTo("1");
    }

    @Test
    @DisplayName("соединения с базой называют себя и смотрят в схему движка")
    void connectionsAreConfiguredForTheEngine() {
        assertThat(database.sql("select current_setting('application_name') || ' ' || current_schema()")
                        .query(String.class)
                        .single())
                .isEqualTo("mcu public");
    }
}
