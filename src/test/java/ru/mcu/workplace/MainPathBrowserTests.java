package ru.mcu.workplace;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import ru.mcu.Chromium;
import ru.mcu.Staff;
import ru.mcu.WholeApplication;
import ru.mcu.message.MessageFacts;
import ru.mcu.message.MessageStatus;
import ru.mcu.platform.Channel;
import ru.mcu.platform.TestClock;

@WholeApplication
@DisplayName("Главный путь в браузере")
class MainPathBrowserTests {

    private static final String ANSWER =
            "Здравствуйте! Светильники на улице Комсомольской, 120 заменили 20 ноября 2026 года, освещение работает.";

    @Autowired
    Staff staff;

    @Autowired
    MessageFacts facts;

    @Autowired
    TestClock clock;

    @LocalServerPort
    int port;

    private Browser browser;
    private String base;

    @BeforeEach
    void openBrowser() {
        clock.reset();
        browser = Chromium.browser();
        base = "http://127.0.0.1:" + port;
    }

    @Test
    @DisplayName("оператор, исполнитель, ЦУР и снова оператор проводят сообщение от разбора до опубликованного ответа")
    void everyRoleDoesItsPartByClicking() {
        UUID message = staff.citizenWrites(Channel.VK, "На улице Комсомольской, 120 не горят фонари, темно.");
        triage(message);
        draft(message);
        review(message);
        if (staff.openKeys(message).contains("userTask_approveByCur")) {
            approve(message);
        }
        publish(message);
        assertThat(facts.status(message)).isIn(MessageStatus.CONTROL, MessageStatus.PUBLISHING);
        assertThat(staff.openKeys(message)).containsExactly("userTask_publishManually");
    }

    private void triage(UUID message) {
        try (Tasklist im = Tasklist.of(browser, base, "im", 1366)) {
            im.openFromList("Моей группы", facts.number(message));
            im.screenshot("triage-unclaimed");
            im.claim();
            im.choose("decision", "accept");
            im.select("Группа тем", "Освещение");
            im.page()
                    .getByLabel("Тема", new com.microsoft.playwright.Page.GetByLabelOptions().setExact(true))
                    .selectOption(new com.microsoft.playwright.options.SelectOption().setIndex(1));
            im.select("Исполнитель", "Управление по ЖКХ и экологии");
            im.select("Приоритет", "высокий");
            im.screenshot("triage");
            im.complete();
            assertThat(im.errors()).isEmpty();
        }
        assertThat(staff.openKeys(message)).containsExactly("userTask_draftAnswer");
    }

    private void draft(UUID message) {
        try (Tasklist executor = Tasklist.of(browser, base, "ispolnitel-housing", 1366)) {
            executor.open(staff.task(message, "userTask_draftAnswer").getId());
            executor.claim();
            executor.choose("decision", "ready");
            executor.type("Ответ автору", "Информируем, что по телефону +7 913 555-11-22 ответит Иван!!!");
            executor.choose("решено");
            executor.waitForText("личные данные");
            executor.screenshot("draft-findings");
            executor.pressComplete();
            executor.waitForText("Уберите личные данные");
            executor.type("Ответ автору", ANSWER);
            executor.complete();
            assertThat(executor.errors()).isEmpty();
        }
        assertThat(staff.openKeys(message)).containsExactly("userTask_reviewAnswer");
    }

    private void review(UUID message) {
        try (Tasklist im = Tasklist.of(browser, base, "im", 375)) {
            im.open(staff.task(message, "userTask_reviewAnswer").getId());
            im.claim();
            im.choose("decision", "approve");
            im.screenshot("review-phone");
            im.complete();
        }
    }

    private void approve(UUID message) {
        try (Tasklist cur = Tasklist.of(browser, base, "cur", 1366)) {
            cur.open(staff.task(message, "userTask_approveByCur").getId());
            cur.claim();
            cur.choose("decision", "approve");
            cur.screenshot("cur");
            cur.complete();
        }
    }

    private void publish(UUID message) {
        try (Tasklist im = Tasklist.of(browser, base, "im", 1366)) {
            im.open(staff.task(message, "userTask_publishManually").getId());
            im.claim();
            PlaywrightAssertions.assertThat(im.page().locator("#publishText")).hasValue(ANSWER);
            im.pressComplete();
            im.waitForText("Укажите ссылку");
            im.type("Ссылка на опубликованный ответ", "https://vk.com/wall-1_2?reply=3");
            im.screenshot("publish");
            im.complete();
        }
    }

    @Test
    @DisplayName("двое над одной задачей: второй узнаёт, кто успел, и не теряет написанное")
    void theSecondOfTwoKeepsHisText() {
        UUID message = staff.citizenWrites(Channel.VK, "На улице Громова, 7 яма во дворе.");
        staff.does(
                "im",
                message,
                "userTask_triageMessage",
                Map.of("decision", "accept", "topicGroup", "Дороги", "topic", "Ямы", "executor", "housing"));
        String task = staff.task(message, "userTask_draftAnswer").getId();
        try (Tasklist executor = Tasklist.of(browser, base, "ispolnitel-housing", 1366)) {
            executor.open(task);
            executor.claim();
            executor.choose("decision", "ready");
            executor.choose("решено");
            executor.type("Ответ автору", ANSWER);
            executor.waitForText("Сохранено");
            staff.as("rukovoditel", () -> {
                staff.reassign(task, "rukovoditel");
                return task;
            });
            executor.pressComplete();
            executor.waitForText("Ваш текст сохранён");
            executor.screenshot("conflict");
            assertThat(executor.valueOf("Ответ автору")).isEqualTo(ANSWER);
            executor.page().reload();
            PlaywrightAssertions.assertThat(executor.page().locator("textarea.mcu-draft"))
                    .hasValue(ANSWER, new LocatorAssertions.HasValueOptions().setTimeout(60_000));
        }
    }
}
