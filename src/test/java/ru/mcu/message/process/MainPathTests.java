package ru.mcu.message.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import ru.mcu.Staff;
import ru.mcu.WholeApplication;
import ru.mcu.message.MessageFacts;
import ru.mcu.message.MessageStatus;
import ru.mcu.platform.Channel;
import ru.mcu.platform.TestClock;
import ru.mcu.regulation.Clause;

@WholeApplication
@Clause({
    "stavropol:III.7.1",
    "stavropol:III.9.1",
    "stavropol:III.9.3",
    "stavropol:III.10.1",
    "stavropol:IV.11.4",
    "rubtsovsk:2.2.4",
    "rubtsovsk:2.2.5",
    "rubtsovsk:4.2.11",
    "rubtsovsk:4.2.14",
    "rubtsovsk:5.4",
    "rubtsovsk:4.5.1"
})
@DisplayName("Главный путь сообщения")
class MainPathTests {

    /** Monday, 09:00 in Rubtsovsk. */
    private static final Instant MONDAY_MORNING = Instant.parse("2026-11-23T02:00:00Z");

    @Autowired
    Staff staff;

    @Autowired
    MessageFacts facts;

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
    @DisplayName("от сообщения до опубликованного вручную ответа и оценки")
    void fromTheMessageToThePublishedAnswer() {
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
                        "executor", "housing"));
        staff.does(
                "ispolnitel-housing",
                message,
                "userTask_draftAnswer",
                Map.of(
                        "decision", "ready",
                        "outcome", "solved",
                        "text", "Здравствуйте! Яму на улице Ленина, 15 заделали 20 ноября."));
        staff.does("im", message, "userTask_reviewAnswer", Map.of("decision", "approve"));
        assertThat(facts.status(message)).isEqualTo(MessageStatus.PUBLISHING);
        staff.does(
                "im",
                message,
                "userTask_publishManually",
                Map.of("decision", "published", "link", "https://vk.com/wall-1_2?reply=3"));
        staff.does(
                "im",
                message,
                "userTask_publishManually",
                Map.of("decision", "published", "note", "Ссылка отправлена автору личным сообщением"));
        assertThat(staff.openKeys(message)).isEmpty();
        assertThat(staff.inWork(message)).isTrue();
    }
}
