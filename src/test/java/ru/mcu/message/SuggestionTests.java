package ru.mcu.message;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.mcu.Staff;
import ru.mcu.WholeApplication;
import ru.mcu.platform.Channel;
import ru.mcu.platform.TestClock;

@WholeApplication
@DisplayName("Подсказки к разбору")
class SuggestionTests {

    private static final Instant MONDAY_MORNING = Instant.parse("2026-11-23T02:00:00Z");

    private static final String PIT =
            "Добрый день! На улице Калинина, 24 огромная яма на дороге, объехать её можно только по встречной"
                    + " полосе, вчера из-за неё столкнулись две машины. Дорогу не ремонтировали пять лет. Прошу заделать"
                    + " яму и отремонтировать дорогу до конца месяца. Мой телефон 8 913 123-45-67, квартира 12.";

    @Autowired
    Staff staff;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ObjectMapper json;

    @Autowired
    TestClock clock;

    @BeforeEach
    void mondayMorning() {
        clock.set(MONDAY_MORNING);
    }

    @AfterEach
    void timeRuns() {
        clock.reset();
    }

    @Test
    @DisplayName("тема, исполнитель, место и район предложены, личные данные отмечены")
    void topicPlaceAndExecutorAreProposed() throws Exception {
        JsonNode suggestion = suggestion(staff.citizenWrites(Channel.VK, PIT));
        assertThat(suggestion.path("topicGroup").asText()).isEqualTo("Дороги");
        assertThat(suggestion.path("topic").asText()).isNotBlank();
        assertThat(suggestion.path("executor").asText()).isEqualTo("housing");
        assertThat(suggestion.path("place").asText()).contains("Калинина").contains("24");
        assertThat(suggestion.path("personalData").toString()).contains("PHONE");
        UUID inDistrict = staff.citizenWrites(Channel.VK, "В южной части города второй день нет воды в домах");
        assertThat(suggestion(inDistrict).path("district").asText()).isEqualTo("south");
    }

    @Test
    @DisplayName("дословный и почти дословный повтор за 14 дней предложены как дубликаты, старый и другой — нет")
    void repeatedTextsAreOffered() throws Exception {
        String unique = PIT.replace("На улице Калинина, 24", "У нового магазина");
        UUID first = staff.citizenWrites(Channel.VK, unique);
        UUID exact = staff.citizenWrites(Channel.TELEGRAM, unique.toUpperCase(java.util.Locale.ROOT));
        UUID near = staff.citizenWrites(
                Channel.MAIL,
                unique.replace("Добрый день", "Здравствуйте").replace("огромная ", "") + " Спасибо за работу!");
        UUID other = staff.citizenWrites(
                Channel.VK, "Автобус номер 7 утром не приходит по расписанию, дети опаздывают в школу каждый день");

        assertThat(why(exact)).containsEntry(number(first), "тот же текст");
        assertThat(why(near)).as("похожий текст").containsEntry(number(first), "почти тот же текст");
        assertThat(why(other)).doesNotContainKeys(number(first), number(near));

        clock.set(MONDAY_MORNING.plus(Duration.ofDays(15)));
        assertThat(why(staff.citizenWrites(Channel.VK, unique))).isEmpty();
    }

    @Test
    @DisplayName("среди сотен свежих сообщений той же темы поиск стоит столько же: один ограниченный запрос по индексу")
    void theSearchUsesItsIndex() {
        fill(50_000);
        assertThat(plan("""
                select id, fingerprint, near_fingerprint from mcu.message where topic_group = 'Дороги'
                and received_at > timestamptz '2026-11-09' and id <> '00000000-0000-0000-0000-000000000000'
                and near_fingerprint <> 0 order by received_at desc fetch first 100 rows only""")).contains("message_recent");
        assertThat(plan("select id from mcu.message where fingerprint = 'x' and received_at > timestamptz '2026-11-09'"
                        + " order by received_at desc fetch first 5 rows only"))
                .contains("message_fingerprint");
        assertThat(
                        plan(
                                "select id from mcu.message where place_key = 'x' and topic_group = 'Дороги'"
                                        + " and received_at > timestamptz '2026-11-09' order by received_at desc fetch first 5 rows only"))
                .contains("message_place");
        assertThat(plan("select id from mcu.message where place_key = 'x' order by received_at desc"
                        + " fetch first 20 rows only"))
                .contains("message_place");
        assertThat(plan("select id from mcu.message where author_key = 'x' order by received_at desc"
                        + " fetch first 20 rows only"))
                .contains("message_author");
        assertThat(plan("select id from mcu.message where parent_id = '00000000-0000-0000-0000-000000000000'"
                        + " and status = 'AWAITING_PARENT' order by id fetch first 50 rows only"))
                .contains("message_parent");
        assertThat(plan("select id from mcu.message where channel = 'im' and external_id in ('a', 'b')"))
                .contains("message_external");
        assertThat(plan("select id from mcu.message where number = 'x'")).contains("message_number_key");
        assertThat(plan("select * from mcu.audit_entry where subject_id = '00000000-0000-0000-0000-000000000000'"
                        + " order by id desc limit 500"))
                .contains("audit_entry_subject");
        assertThat(plan("select * from mcu.import_batch order by started_at desc limit 20"))
                .contains("import_batch_started");
        jdbc.sql("delete from mcu.message where number like 'проба-%'").update();
        jdbc.sql("delete from mcu.import_batch where file_name = 'проба'").update();
        jdbc.sql("analyze mcu.message").update();
    }

    /** Closed messages of two years, half of them about roads. */
    private void fill(int rows) {
        jdbc.sql("""
                insert into mcu.message (id, number, channel, external_id, original_text, text, fingerprint,
                    near_fingerprint, place_key, topic_group, topic, priority, kind, regime, status, received_at,
                    registered_at, registered_by, author_key)
                select gen_random_uuid(), 'проба-' || i, 'im', 'проба-' || i, 'текст', 'текст', md5(i::text), i + 1,
                    'улица ' || i % 5000, case when i % 2 = 0 then 'Дороги' else 'ЖКХ' end, 'Тема', 'NORMAL', 'SOLVABLE',
                    'MESSAGE', 'CLOSED', timestamptz '2026-11-22' - i * interval '20 minutes', now(), 'system',
                    md5((i % 9000)::text)
                from generate_series(1, :rows) i""").param("rows", rows).update();
        jdbc.sql("""
                insert into mcu.import_batch (id, source, file_name, started_by, started_at, state)
                select gen_random_uuid(), 'IM', 'проба', 'im', now() - i * interval '1 hour', 'DONE'
                from generate_series(1, 3000) i""").update();
        jdbc.sql("analyze mcu.message").update();
        jdbc.sql("analyze mcu.import_batch").update();
    }

    private String plan(String query) {
        return String.join(
                "\n", jdbc.sql("explain " + query).query(String.class).list());
    }

    private JsonNode suggestion(UUID message) throws Exception {
        return json.readTree(jdbc.sql("select suggestion from mcu.message where id = :id")
                .param("id", message)
                .query(String.class)
                .single());
    }

    private Map<String, String> why(UUID message) throws Exception {
        Map<String, String> found = new HashMap<>();
        suggestion(message)
                .path("duplicates")
                .forEach(similar -> found.put(
                        similar.path("number").asText(), similar.path("why").asText()));
        return found;
    }

    private String number(UUID message) {
        return jdbc.sql("select number from mcu.message where id = :id")
                .param("id", message)
                .query(String.class)
                .single();
    }
}
