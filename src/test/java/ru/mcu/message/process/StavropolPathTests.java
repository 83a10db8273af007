package ru.mcu.message.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import ru.mcu.Staff;
import ru.mcu.TestBeans;
import ru.mcu.TestDatabase;
import ru.mcu.TestMail;
import ru.mcu.directory.City;
import ru.mcu.message.MessageFacts;
import ru.mcu.message.MessageStatus;
import ru.mcu.platform.Channel;
import ru.mcu.platform.TestClock;

/**
 * The only test with an application of its own: another city, another database, an engine with another name. It comes
 * late, so that it does not share the machine with the application of all other tests for long.
 */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "mcu.city=stavropol",
            "camunda.bpm.process-engine-name=stavropol",
            "camunda.bpm.job-execution.enabled=false",
            "mcu.data-dir=target/test-data-stavropol",
            "mcu.demo.messages=0",
            "mcu.outbox.enabled=false",
            "mcu.duplicates.poll=1h",
            "mcu.absence.check-every=PT1H"
        })
@Import({TestBeans.class, Staff.class})
@ContextConfiguration(initializers = {StavropolPathTests.OwnDatabase.class, TestMail.class})
@DirtiesContext
@Order(Integer.MAX_VALUE - 1)
@DisplayName("Главный путь по положению Ставрополя: ЦУР согласует каждый ответ")
class StavropolPathTests {

    @Autowired
    Staff staff;

    @Autowired
    MessageFacts facts;

    @Autowired
    City city;

    @Autowired
    TestClock clock;

    @AfterEach
    void timeRuns() {
        clock.reset();
    }

    @Test
    @DisplayName("обычное сообщение: разбор, ответ, проверка, согласование ЦУР, публикация, опрос")
    void everyAnswerGoesToTheCur() {
        // Monday, 09:00 in Stavropol
        clock.set(java.time.Instant.parse("2026-11-23T06:00:00Z"));
        assertThat(city.code()).isEqualTo("stavropol");
        UUID message = staff.citizenWrites(Channel.VK, "На улице Ленина, 15 яма на дороге");
        staff.does(
                "im",
                message,
                "userTask_triageMessage",
                Map.of(
                        "decision", "accept",
                        "topicGroup", "Дороги",
                        "topic", "Ямы на дорогах",
                        "place", "ул. Ленина, 15",
                        "executor", "cityservices"));
        assertThat(staff.task(message, "userTask_draftAnswer").getDueDate())
                .isEqualTo(java.util.Date.from(java.time.Instant.parse("2026-11-23T10:00:00Z")));
        staff.does(
                "ispolnitel-cityservices",
                message,
                "userTask_draftAnswer",
                Map.of(
                        "decision", "ready",
                        "outcome", "solved",
                        "text", "Здравствуйте! Яму на улице Ленина, 15 заделали 20 ноября."));
        staff.does("im", message, "userTask_reviewAnswer", Map.of("decision", "approve"));
        assertThat(facts.status(message)).isEqualTo(MessageStatus.CUR_APPROVAL);
        staff.does("cur", message, "userTask_approveByCur", Map.of("decision", "approve"));
        assertThat(facts.status(message)).isEqualTo(MessageStatus.PUBLISHING);
        Map<String, String> published = Map.of("decision", "published", "link", "https://vk.com/wall-1_2?reply=3");
        staff.does("im", message, "userTask_publishManually", published);
        staff.does("im", message, "userTask_publishManually", published);
        assertThat(facts.status(message)).isEqualTo(MessageStatus.CONTROL);
        staff.waitForTimer(message, "catchEvent_reminderDue");
        staff.waitForTimer(message, "catchEvent_surveyExpired");
        assertThat(facts.status(message)).isEqualTo(MessageStatus.CLOSED);
    }

    static final class OwnDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            TestPropertyValues.of(
                            "spring.datasource.url=" + TestDatabase.createDatabase("mcu_stavropol"),
                            "spring.datasource.username=postgres",
                            "spring.datasource.password=postgres")
                    .applyTo(context);
        }
    }
}
