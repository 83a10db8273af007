package ru.mcu.workplace;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.mcu.Chromium;
import ru.mcu.Letters;
import ru.mcu.Staff;
import ru.mcu.WholeApplication;
import ru.mcu.channel.imports.Exports;
import ru.mcu.message.MessageFacts;
import ru.mcu.message.MessageStatus;
import ru.mcu.message.process.Answering;
import ru.mcu.platform.TestClock;
import ru.mcu.platform.outbox.OutboxDispatcher;
import ru.mcu.survey.photo.Pictures;

@WholeApplication
@DisplayName("От поступления до оценки – только щелчками в списке задач")
class ImportedMessageBrowserTests {

    private static final Pattern SURVEY = Pattern.compile("/survey/\\S+");

    @Autowired
    Staff staff;

    @Autowired
    MessageFacts facts;

    @Autowired
    OutboxDispatcher dispatcher;

    @Autowired
    JdbcClient database;

    @Autowired
    TestClock clock;

    @LocalServerPort
    int port;

    private Browser browser;
    private String base;
    private Desks desks;

    @BeforeEach
    void openBrowser() {
        clock.reset();
        browser = Chromium.browser();
        base = "http://127.0.0.1:" + port;
        desks = new Desks(browser, base);
    }

    @AfterEach
    void goHome() {
        desks.close();
    }

    @Test
    @DisplayName("резонансное сообщение из выгрузки: концепция, проверка, ЦУР, публикация со снимком, оценка")
    void anImportedMessageIsTakenToItsMark() {
        UUID message = imported();
        triage(message, "резонансный");
        concept(message);
        draft(message, "Здравствуйте! Яму у дома 12 на улице Сельмашской заделали 20 ноября 2026 года.");
        review(message);
        approve(message);
        publish(message);
        assertThat(facts.status(message)).isEqualTo(MessageStatus.CONTROL);

        rate(sendLinkByHand(message), "5 — отлично", "Да");

        assertThat(facts.status(message)).isEqualTo(MessageStatus.CLOSED);
        assertThat(staff.inWork(message)).isFalse();
    }

    @Test
    @DisplayName("письмо: ответ ушёл по почте в ту же переписку, ссылка на опрос – тоже")
    void aLetterIsAnsweredByALetter() throws Exception {
        Letters letters = Letters.toNewAuthor();
        UUID message = staff.register(Answering.letter(letters.recipient(), "<question@author.example>"));
        triage(message, "обычный");
        draft(message, Answering.ANSWER);
        review(message);
        dispatcher.dispatchDue();
        assertThat(letters.texts()).containsExactly(Answering.ANSWER);
        assertThat(letters.received().get(0).getHeader("In-Reply-To")).containsExactly("<question@author.example>");

        dispatcher.dispatchDue();
        assertThat(letters.texts()).hasSize(2);
        rate(letters.texts().get(1), "4 — хорошо", "Да");

        assertThat(facts.status(message)).isEqualTo(MessageStatus.CLOSED);
    }

    private UUID imported() {
        String key = Exports.key();
        Map<String, String> row = Exports.incident(key, "Новый");
        row.put("1ый ответ ПИ", "");
        row.put("Время 1го ответа ПИ", "");
        Tasklist im = desks.of("im");
        im.upload("Инцидент Менеджмент", "выгрузка.xlsx", Exports.xlsx(List.of(row)));
        im.waitForText("новых 1, обновлено 0, без изменений 0, не принято 0");
        im.screenshot("imports");
        im.page()
                .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("К задачам"))
                .click();
        return database.sql("select id from mcu.message where external_id = ?")
                .param(key)
                .query(UUID.class)
                .single();
    }

    private void triage(UUID message, String priority) {
        Tasklist im = desks.of("im");
        im.openFromList("Моей группы", facts.number(message));
        im.claim();
        im.choose("decision", "accept");
        im.select("Группа тем", "Дороги");
        im.select("Тема", "Ямы и разрушение дорожного покрытия");
        im.select("Исполнитель", "Управление по ЖКХ и экологии");
        im.select("Приоритет", priority);
        im.complete();
    }

    private void concept(UUID message) {
        assertThat(staff.openKeys(message)).containsExactly("userTask_prepareConcept");
        Tasklist riski = desks.of("riski");
        riski.openFromList("Моей группы", facts.number(message));
        riski.claim();
        riski.type("Концепция ответа", "Признать, извиниться, назвать день ремонта.");
        riski.complete();
    }

    private void draft(UUID message, String text) {
        assertThat(staff.openKeys(message)).containsExactly("userTask_draftAnswer");
        Tasklist executor = desks.of("ispolnitel-housing");
        executor.openFromList("Моей группы", facts.number(message));
        executor.claim();
        executor.choose("decision", "ready");
        executor.type("Ответ автору", text);
        executor.choose("решено");
        executor.complete();
    }

    private void review(UUID message) {
        Tasklist im = desks.of("im");
        im.openFromList("Моей группы", facts.number(message));
        im.claim();
        im.choose("decision", "approve");
        im.complete();
    }

    private void approve(UUID message) {
        assertThat(staff.openKeys(message)).containsExactly("userTask_approveByCur");
        Tasklist cur = desks.of("cur");
        cur.openFromList("Моей группы", facts.number(message));
        cur.claim();
        cur.choose("decision", "approve");
        cur.complete();
    }

    private void publish(UUID message) {
        Tasklist im = desks.of("im");
        im.openFromList("Моей группы", facts.number(message));
        im.claim();
        im.type("Ссылка на опубликованный ответ", "https://vk.com/wall-1_2?reply=3");
        im.attach("Снимок экрана", "снимок.png", "image/png", Pictures.file(Pictures.redAndBlue(400, 300), "png"));
        im.waitForText("Приложено: снимок.png");
        im.complete();
    }

    /** The operator sends the author the link to the survey and says so. */
    private String sendLinkByHand(UUID message) {
        Tasklist im = desks.of("im");
        im.openFromList("Моей группы", facts.number(message));
        im.claim();
        PlaywrightAssertions.assertThat(im.page().locator("#publishText")).hasValue(SURVEY);
        String text = im.page().locator("#publishText").inputValue();
        im.type("Примечание", "Отправлено автору личным сообщением");
        im.complete();
        return text;
    }

    /** The author opens the link on a telephone and answers. */
    private void rate(String text, String mark, String solved) {
        Matcher link = SURVEY.matcher(text);
        assertThat(link.find()).as("a link in %s", text).isTrue();
        try (BrowserContext author = browser.newContext(new Browser.NewContextOptions().setViewportSize(375, 740))) {
            Page page = author.newPage();
            page.navigate(base + link.group());
            page.getByLabel(mark).check();
            page.getByLabel(solved, new Page.GetByLabelOptions().setExact(true)).check();
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Отправить оценку"))
                    .click();
            page.getByText("Спасибо").first().waitFor();
        }
    }
}
