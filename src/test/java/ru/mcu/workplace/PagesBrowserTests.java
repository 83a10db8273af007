package ru.mcu.workplace;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.mcu.Chromium;
import ru.mcu.RecordingChannel;
import ru.mcu.Staff;
import ru.mcu.WholeApplication;
import ru.mcu.channel.Inbox;
import ru.mcu.platform.Channel;
import ru.mcu.platform.audit.AuditSealer;
import ru.mcu.platform.audit.AuditTrail;

@WholeApplication
@DisplayName("Страницы «Каналы», «Журнал действий» и «Уведомления» в браузере")
class PagesBrowserTests {

    private static final String NO_OVERFLOW = "() => document.documentElement.scrollWidth <= window.innerWidth";

    @LocalServerPort
    int port;

    @Autowired
    IdentityService identity;

    @Autowired
    Staff staff;

    @Autowired
    Inbox inbox;

    @Autowired
    AuditTrail audit;

    @Autowired
    AuditSealer sealer;

    @Autowired
    RecordingChannel recorder;

    @Autowired
    JdbcClient database;

    private final List<String> errors = new ArrayList<>();

    @BeforeEach
    @AfterEach
    void clean() {
        recorder.reset();
        mail(null);
        database.sql("delete from mcu.notice_refusal where user_id = 'im'").update();
        database.sql("delete from mcu.notice_person where user_id = 'im'").update();
        database.sql("delete from mcu.outbox_channel where channel = 'recorder'")
                .update();
        database.sql("delete from mcu.inbound_event where channel = 'vk' and status = 'POISON'")
                .update();
    }

    @Test
    @DisplayName("администратор видит каналы, проверяет связь, приостанавливает, смотрит непонятое; и на телефоне")
    void theAdministratorSteersChannels() {
        inbox.poison(Channel.VK, "{\"мусор\"".getBytes(StandardCharsets.UTF_8), "Это не JSON в кодировке UTF-8");
        Page page = login("cockpit", "admin", 1366);
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Каналы"))
                .click();
        page.locator("mcu-channels tbody tr").first().waitFor();
        assertThat(page.locator("mcu-channels").innerText())
                .contains("ВКонтакте", "Одноклассники", "Телеграм", "Электронная почта", "отложено 1")
                .contains("Не подключён", "Работает");

        press(page, "Приостановить: Проверка");
        page.getByText("Проверка: отправка приостановлена, очередь подождёт.").waitFor();
        press(page, "Возобновить: Проверка");
        page.getByText("Проверка: отправка возобновлена.").waitFor();
        press(page, "Проверить: Проверка");
        page.getByText("Проверка: Связь есть.").waitFor();
        press(page, "Непонятые: ВКонтакте");
        press(page, "Показать");
        page.getByText("{\"мусор\"").waitFor();
        press(page, "Разобрать снова");
        page.getByText("Событие снова в очереди.").waitFor();

        looksRight(page, "mcu-channels", "channels");
    }

    @Test
    @DisplayName("другим ссылка на каналы не видна, а страница говорит, что нет права")
    void othersAreToldSo() {
        Page page = login("cockpit", "rukovoditel", 1366);
        page.navigate(address("cockpit") + "#/mcu-channels");
        page.getByText("Каналами управляет администратор.").waitFor();
        page.navigate(address("cockpit") + "#/mcu-audit");
        page.getByText("Журнал действий смотрит администратор.").waitFor();
        for (String link : List.of("Каналы", "Журнал")) {
            assertThat(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link))
                            .count())
                    .isZero();
        }
        page.context().close();
    }

    @Test
    @DisplayName("администратор ищет в журнале действий, проверяет цепочку, выгружает найденное; и на телефоне")
    void theSecurityOfficerReadsTheAudit() {
        String who = "u-" + UUID.randomUUID();
        audit.record(UUID.randomUUID(), "<img src=x onerror=alert(1)>", who, "Причина", Map.of("length", 12));
        audit.look(UUID.randomUUID(), "Проба взгляда", who, Map.of());
        sealer.seal();
        Page page = login("cockpit", "admin", 1366);
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Журнал"))
                .click();
        page.locator("mcu-audit tbody tr").first().waitFor();
        page.getByLabel("Кто (имя входа)").fill(who);
        press(page, "Найти");
        page.waitForCondition(() -> page.locator("mcu-audit tbody tr").count() == 2);
        assertThat(page.locator("mcu-audit tbody").innerText())
                .contains("<img src=x onerror=alert(1)>", "Причина", "length: 12", "Проба взгляда");

        assertThat(page.getByText("Показать ещё").isVisible())
                .as("there is no more")
                .isFalse();
        page.getByLabel("С", new Page.GetByLabelOptions().setExact(true)).fill("2026-11-02");
        page.getByText("2 ноября 2026 г., понедельник").waitFor();
        page.getByLabel("С", new Page.GetByLabelOptions().setExact(true)).fill("");

        Download file = page.waitForDownload(() -> press(page, "Выгрузить .xlsx"));
        assertThat(file.suggestedFilename()).isEqualTo("журнал-действий.xlsx");
        page.getByLabel("Только просмотры").check();
        press(page, "Найти");
        page.waitForCondition(() -> page.locator("mcu-audit tbody tr").count() == 1);
        press(page, "Проверить цепочку");
        page.getByText("Цепочка цела, проверен").waitFor();
        page.getByLabel("Номер сообщения").fill("нет такого");
        press(page, "Найти");
        page.getByText("Сообщения с таким номером нет").waitFor();
        page.getByLabel("Номер сообщения").fill("");
        press(page, "Найти");
        page.waitForCondition(() -> page.locator("mcu-audit tbody tr").count() == 1);

        looksRight(page, "mcu-audit", "audit");
    }

    @Test
    @DisplayName("оператор выбирает, о чём и когда ему писать; выбор сохраняется")
    void everybodyChoosesHisNotices() {
        mail("im@example.org");
        Page page = login("tasklist", "im", 1366);
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Уведомления"))
                .click();
        page.getByText("im@example.org").waitFor();
        page.getByLabel("Утренняя сводка: Почта").uncheck();
        page.getByLabel("С", new Page.GetByLabelOptions().setExact(true)).fill("21:15");
        press(page, "Сохранить");
        page.getByText("Сохранено.").waitFor();

        page.reload();
        page.getByText("im@example.org").waitFor();
        assertThat(page.getByLabel("Утренняя сводка: Почта").isChecked()).isFalse();
        assertThat(page.getByLabel("Задача поручена мне: Почта").isChecked()).isTrue();
        assertThat(page.getByLabel("С", new Page.GetByLabelOptions().setExact(true))
                        .inputValue())
                .isEqualTo("21:15");
        looksRight(page, "mcu-notices", "notices");
    }

    @Test
    @DisplayName("без почты и мессенджера страница говорит, что делать")
    void nobodyToTell() {
        Page page = login("tasklist", "im", 1366);
        page.navigate(address("tasklist") + "#/notices");
        page.getByText("Пока сообщать некуда").waitFor();
        page.context().close();
    }

    private void looksRight(Page page, String element, String picture) {
        List<Rule> violations =
                new AxeBuilder(page).include(List.of(element)).analyze().getViolations();
        assertThat(violations).extracting(Rule::getId).isEmpty();
        shot(page, picture + "-1366");
        page.setViewportSize(375, 800);
        assertThat(page.evaluate(NO_OVERFLOW)).as("fits a phone").isEqualTo(true);
        shot(page, picture + "-375");
        assertThat(errors).isEmpty();
        page.context().close();
    }

    private static void shot(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target", "screenshots", name + ".png"))
                .setFullPage(true));
    }

    private static void press(Page page, String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .first()
                .click();
    }

    private Page login(String app, String user, int width) {
        BrowserContext context = Chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setLocale("ru-RU")
                        .setTimezoneId("Asia/Barnaul")
                        .setViewportSize(width, 900));
        Page page = context.newPage();
        page.setDefaultTimeout(60_000);
        page.onPageError(errors::add);
        page.navigate(address(app));
        page.fill("input[ng-model=\"username\"]", user);
        page.fill("input[type=password]", "mcu-demo");
        page.click("button[type=submit]");
        page.waitForSelector(
                "input[type=password]",
                new Page.WaitForSelectorOptions()
                        .setState(com.microsoft.playwright.options.WaitForSelectorState.DETACHED));
        return page;
    }

    private String address(String app) {
        return "http://127.0.0.1:" + port + "/camunda/app/" + app + "/default/";
    }

    private void mail(@Nullable String address) {
        staff.as("admin", () -> {
            User found = identity.createUserQuery().userId("im").singleResult();
            found.setEmail(address);
            identity.saveUser(found);
            return found;
        });
    }
}
