package ru.mcu.message.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import ru.mcu.Letters;
import ru.mcu.Staff;
import ru.mcu.WholeApplication;
import ru.mcu.message.ApprovalDecision;
import ru.mcu.message.CurLinks;
import ru.mcu.message.MessageFacts;
import ru.mcu.message.process.AnswerForCur;
import ru.mcu.platform.TestClock;
import ru.mcu.platform.outbox.OutboxDispatcher;
import ru.mcu.regulation.Clause;

@WholeApplication
@DisplayName("Страница ЦУР по одноразовой ссылке")
@Clause({"stavropol:IV.11.7"})
class CurPageTests {

    private static final Path CHROMIUM = Path.of(System.getProperty("mcu.chromium", "/usr/bin/chromium"));
    private static final String APPROVE_BY_CUR = "userTask_approveByCur";
    private static final Pattern TOKEN = Pattern.compile("/cur/([\\w-]{43})");

    @Autowired
    Staff staff;

    @Autowired
    TestClock clock;

    @Autowired
    CurLinks links;

    @Autowired
    MessageFacts facts;

    @Autowired
    OutboxDispatcher dispatcher;

    @LocalServerPort
    int port;

    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeEach
    void mondayMorning() {
        clock.set(AnswerForCur.MONDAY_MORNING);
    }

    @AfterEach
    void timeRuns() {
        clock.reset();
    }

    @Test
    @DisplayName("ссылка приходит письмом и открывает вопрос и проект ответа; страница закрыта от чужих глаз")
    void theLetterLeadsToThePage() throws Exception {
        UUID message = AnswerForCur.of(staff);
        dispatcher.dispatchDue();
        String letter = new Letters("cur@region.example")
                .received().stream()
                        .filter(it -> subject(it).endsWith(facts.number(message)))
                        .map(CurPageTests::text)
                        .findFirst()
                        .orElseThrow();
        Matcher link = TOKEN.matcher(letter);
        assertThat(link.find()).isTrue();

        HttpResponse<String> page = get("/cur/" + link.group(1));

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(Jsoup.parse(page.body()).text())
                .contains(facts.number(message), "яма на дороге", AnswerForCur.ANSWER, "Согласовать");
        assertThat(page.body()).doesNotContain("<script", "style=");
        assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(page.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(page.headers().firstValue("X-Robots-Tag")).contains("noindex, nofollow");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'self'", "frame-ancestors 'none'");
    }

    @Test
    @DisplayName("неизвестная, использованная и просроченная ссылки дают одну и ту же страницу 404")
    void deadLinksAreAllTheSame() throws Exception {
        String used = linkTo(AnswerForCur.of(staff));
        links.decide(used, ApprovalDecision.APPROVED, null);
        String old = linkTo(AnswerForCur.of(staff));
        clock.set(AnswerForCur.MONDAY_MORNING.plusSeconds(30 * 60));

        HttpResponse<String> unknown = get("/cur/" + "A".repeat(43));

        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(unknown.body()).contains("Ссылка не действует");
        assertThat(get("/cur/" + used).body()).isEqualTo(unknown.body());
        assertThat(get("/cur/" + old).body()).isEqualTo(unknown.body());
        assertThat(get("/cur/" + old).statusCode()).isEqualTo(404);
    }

    @Test
    @DisplayName("без ключа формы решение не принимается")
    void aForeignFormIsRefused() throws Exception {
        UUID message = AnswerForCur.of(staff);
        HttpRequest forged = HttpRequest.newBuilder(address("/cur/" + linkTo(message)))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("decision=approve"))
                .build();

        assertThat(http.send(forged, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isEqualTo(403);
        assertThat(staff.openKeys(message)).containsExactly(APPROVE_BY_CUR);
    }

    @Test
    @DisplayName("в браузере без скриптов: ошибки у полей, текст на месте, решение сохранено, ссылка погасла")
    void theWholeWayWithoutScripts() {
        UUID message = AnswerForCur.of(staff);
        String address = address("/cur/" + linkTo(message)).toString();
        inBrowser(new Browser.NewContextOptions().setLocale("ru-RU").setJavaScriptEnabled(false), page -> {
            page.navigate(address);
            send(page);
            assertThat(page.locator("#decision-error")).containsText("Выберите решение");
            assertThat(page.locator(".errors a")).hasCount(1);

            page.getByLabel("Вернуть с замечаниями").check();
            send(page);
            assertThat(page.locator("#remarks-error")).containsText("Напишите, что исправить");
            assertThat(page.getByLabel("Вернуть с замечаниями")).isChecked();

            page.locator("#remarks").fill("я".repeat(5001));
            send(page);
            assertThat(page.locator("#remarks-error")).containsText("длиннее 5000 знаков");
            assertThat(page.locator("#remarks")).hasValue("я".repeat(5001));
            assertThat(staff.openKeys(message)).containsExactly(APPROVE_BY_CUR);

            page.locator("#remarks").fill("Назовите <b>подрядчика</b>");
            send(page);
            assertThat(page.locator("h1")).containsText("Решение сохранено");
            assertThat(page.url()).endsWith("/cur/thanks");

            page.navigate(address);
            assertThat(page.locator("h1")).containsText("Ссылка не действует");
        });
        assertThat(staff.openKeys(message)).containsExactly("userTask_draftAnswer");
        assertThat(String.valueOf(staff.sees("ispolnitel-housing", message, "userTask_draftAnswer")
                        .view()
                        .get("remarks")))
                .contains("Назовите <b>подрядчика</b>");
    }

    @Test
    @DisplayName("решили в списке задач, пока страница была открыта: вместо второго решения – «ссылка не действует»")
    void aDecisionInTasklistWins() {
        UUID message = AnswerForCur.of(staff);
        inBrowser(new Browser.NewContextOptions().setLocale("ru-RU"), page -> {
            page.navigate(address("/cur/" + linkTo(message)).toString());
            page.getByLabel("Согласовать").check();
            staff.does("cur", message, APPROVE_BY_CUR, Map.of("decision", "approve"));
            send(page);
            assertThat(page.locator("h1")).containsText("Ссылка не действует");
        });
    }

    @Test
    @DisplayName("все состояния доступны по WCAG 2.1 AA, на телефоне и на компьютере")
    void everyStateIsAccessible() {
        for (int width : new int[] {320, 1280}) {
            UUID message = AnswerForCur.of(staff);
            inBrowser(new Browser.NewContextOptions().setLocale("ru-RU").setViewportSize(width, 800), page -> {
                page.navigate(address("/cur/" + linkTo(message)).toString());
                assertAccessible(page, "form-" + width);
                page.getByLabel("Вернуть с замечаниями").check();
                send(page);
                assertAccessible(page, "errors-" + width);
                page.getByLabel("Согласовать").check();
                send(page);
                assertAccessible(page, "thanks-" + width);
                page.navigate(address("/cur/x").toString());
                assertAccessible(page, "gone-" + width);
            });
        }
    }

    private void inBrowser(Browser.NewContextOptions options, Consumer<Page> visit) {
        assumeTrue(Files.isExecutable(CHROMIUM), "Нет Chromium: " + CHROMIUM);
        try (Playwright playwright = Playwright.create();
                Browser browser = playwright
                        .chromium()
                        .launch(new BrowserType.LaunchOptions()
                                .setExecutablePath(CHROMIUM)
                                .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking")));
                BrowserContext context = browser.newContext(options)) {
            visit.accept(context.newPage());
        }
    }

    private static void send(Page page) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Отправить решение"))
                .click();
    }

    private static void assertAccessible(Page page, String state) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target", "screenshots", "cur-" + state + ".png"))
                .setFullPage(true));
        AxeResults results = new AxeBuilder(page)
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"))
                .analyze();
        List<String> violations = new ArrayList<>();
        for (Rule rule : results.getViolations()) {
            rule.getNodes().forEach(node -> violations.add(state + ": " + rule.getId() + " " + node.getHtml()));
        }
        assertThat(violations).isEmpty();
        assertThat(results.getPasses()).hasSizeGreaterThan(10);
        assertThat(page.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .isEqualTo(0);
    }

    private String linkTo(UUID message) {
        return links.create(message, staff.task(message, APPROVE_BY_CUR).getProcessInstanceId());
    }

    private HttpResponse<String> get(String path) throws Exception {
        return http.send(HttpRequest.newBuilder(address(path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private URI address(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    private static String subject(MimeMessage letter) {
        try {
            return letter.getSubject();
        } catch (MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static String text(MimeMessage letter) {
        try {
            return String.valueOf(letter.getContent());
        } catch (IOException | MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
