package ru.mcu.platform.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.digest.Sha512HashDigest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import ru.mcu.platform.CurrentUser;
import ru.mcu.platform.EngineTest;
import ru.mcu.platform.Ids;

@EngineTest
@DisplayName("Настройки движка, которые решает продукт")
class EngineSettingsTests {

    @Autowired
    ProcessEngineConfigurationImpl engine;

    @Autowired
    IdentityService identity;

    @Autowired
    DataSource dataSource;

    @Autowired
    CurrentUser user;

    @Test
    @DisplayName("задание движка выполняет система, запрос – вошедший")
    void currentUser() {
        assertThat(user.id()).isEqualTo(CurrentUser.SYSTEM);
        assertThat(user.groups()).isEmpty();

        identity.setAuthentication("analitik", List.of("analyst"));
        try {
            assertThat(user.id()).isEqualTo("analitik");
            assertThat(user.in("analyst")).isTrue();
        } finally {
            identity.clearAuthentication();
        }
    }

    @Test
    @DisplayName("два индекса, без которых движок замедляется, созданы")
    void indicesExist() {
        List<String> indices = new JdbcTemplate(dataSource)
                .queryForList("select indexname from pg_indexes where indexname like 'mcu_idx_%'", String.class);

        assertThat(indices).containsExactlyInAnyOrder("mcu_idx_task_parent", "mcu_idx_job_due");
    }

    @Test
    @DisplayName("идентификаторы движка упорядочены по времени")
    void idsGrow() {
        List<String> ids = IntStream.range(0, 1000)
                .mapToObj(i -> engine.getIdGenerator().getNextId())
                .toList();

        assertThat(ids).isSorted().doesNotHaveDuplicates();
        assertThat(UUID.fromString(ids.get(0)).version()).isEqualTo(7);
        assertThat(Ids.next().version()).isEqualTo(7);
    }

    @Test
    @DisplayName("пароль хранится под bcrypt, старый SHA-512 ещё принимается, длинный не обрезается")
    void passwords() {
        User user = identity.newUser("user-with-dash");
        user.setPassword("пароль подлиннее семидесяти двух байт, потому что он написан по-русски 1");
        identity.saveUser(user);
        String stored = new JdbcTemplate(dataSource)
                .queryForObject("select pwd_ from act_id_user where id_ = 'user-with-dash'", String.class);

        assertThat(stored).startsWith("{BCRYPT-SHA-256}$2");
        assertThat(identity.checkPassword(
                        "user-with-dash", "пароль подлиннее семидесяти двух байт, потому что он написан по-русски 1"))
                .isTrue();
        assertThat(new BcryptPasswords()
                        .check("a".repeat(100) + "c", new BcryptPasswords().encrypt("a".repeat(100) + "b")))
                .isFalse();
        assertThat(engine.getPasswordManager().check("old", "{SHA-512}" + new Sha512HashDigest().encrypt("old")))
                .isTrue();
        identity.deleteUser("user-with-dash");
    }
}
