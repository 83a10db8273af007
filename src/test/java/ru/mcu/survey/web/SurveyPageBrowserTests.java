package ru.mcu.survey.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.Media;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import ru.mcu.survey.Invitation;
import ru.mcu.survey.SurveyFixtures;
import ru.mcu.survey.Surveys;
import ru.mcu.survey.photo.Photo;
import ru.mcu.survey.photo.Pictures;

/** Needs only an address and the surveys behind it, so it runs against the whole application as well. */
@DisplayName("Страница опроса в браузере")
class SurveyPageBrowserTests {

    private static final Path CHROMIUM = Path.of(System.getProperty("mcu.chromium", "/usr/bin/chromium"));
    private static final Instant NEVER = Instant.parse("2100-01-01T00:00:00Z");
    private static final Path SHOTS = Path.of("target", "screenshots");

    private static SurveySite site;
    private static URI base;
    private static Surveys surveys;
    private static Playwright playwright;
    private static Browser browser;

    @BeforeAll
    static void start() {
        assumeTrue(Files.isExecutable(CHROMIUM), "Нет Chromium: " + CHROMIUM);
        site = new SurveySite();
        base = site.base();
        surveys = site.fixtures.surveys;
        playwright = Playwright.create();
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(CHROMIUM)
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
    }

    @AfterAll
    static void stop() {
        if (playwright != null) {
            playwright.close();
        }
        if (site != null) {
            site.close();
        }
    }

    /** How people look at the page; 200 % zoom halves the window in CSS pixels and doubles the density. */
    enum View {
        PHONE(375, 740, 2, ColorScheme.LIGHT),
        PHONE_DARK(375, 740, 2, ColorScheme.DARK),
        DESKTOP(1280, 900, 1, ColorScheme.LIGHT),
        DESKTOP_DARK(1280, 900, 1, ColorScheme.DARK),
        ZOOM_200(640, 450, 2, ColorScheme.LIGHT),
        NARROWEST(320, 568, 2, ColorScheme.LIGHT);

        final Browser.NewContextOptions options;

        View(int width, int height, double density, ColorScheme scheme) {
            options = new Browser.NewContextOptions()
                    .setLocale("ru-RU")
                    .setViewportSize(width, height)
                    .setDeviceScaleFactor(density)
                    .setColorScheme(scheme);
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("Доступна по WCAG 2.1 AA и не прокручивается вбок во всех состояниях")
    void everyStateIsAccessible(View view) {
        try (BrowserContext context = browser.newContext(view.options)) {
            Page page = context.newPage();
            Invitation invitation = open(page);
            check(page, view, "1-form");

            page.getByLabel("Комментарий").fill("Слово ".repeat(400));
            submit(page);
            check(page, view, "2-errors");

            answer(page, "4 — хорошо", "Да", "Спасибо, светло.");
            submit(page);
            check(page, view, "3-thanks");

            page.navigate(base + invitation.path());
            check(page, view, "4-already");

            page.navigate(base + "/survey/unknown");
            check(page, view, "5-gone");
        }
    }

    @Test
    @DisplayName("Без JavaScript проходит весь путь: ошибка, исправление, фото, благодарность")
    void theWholeWayWorksWithoutScripts() {
        try (BrowserContext context = browser.newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false))) {
            Page page = context.newPage();
            Invitation invitation = open(page);
            page.getByLabel("1 — совсем не помогли").check();
            page.getByLabel("Комментарий").fill("Снова темно");
            page.getByLabel("Фото").setInputFiles(photo("не фото".getBytes(StandardCharsets.UTF_8)));
            submit(page);

            assertThat(page.getByRole(AriaRole.ALERT)).containsText("Отметьте, решён ли вопрос");
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("Это не фото");
            assertThat(page.getByLabel("1 — совсем не помогли")).isChecked();
            assertThat(page.getByLabel("Комментарий")).hasValue("Снова темно");

            page.getByLabel("Нет", new Page.GetByLabelOptions().setExact(true)).check();
            page.getByLabel("Фото").setInputFiles(photo(Pictures.file(Pictures.redAndBlue(400, 300), "jpeg")));
            submit(page);

            assertThat(page).hasURL(base + invitation.path() + "/thanks");
            assertThat(page.getByRole(AriaRole.HEADING)).hasText("Спасибо за оценку!");
            assertThat(surveys.photo(invitation.surveyId())).isPresent();
        }
    }

    @Test
    @DisplayName("Хватает одной клавиатуры; видно, где находишься")
    void theKeyboardIsEnough() {
        try (BrowserContext context = browser.newContext(View.DESKTOP.options)) {
            Page page = context.newPage();
            open(page);

            page.keyboard().press("Tab");
            assertThat(page.getByText("Перейти к содержанию")).isFocused();
            page.keyboard().press("Enter");
            page.keyboard().press("Tab");
            assertThat(page.getByLabel("1 — совсем не помогли")).isFocused();
            page.keyboard().press("ArrowDown");
            assertThat(page.getByLabel("2 — скорее не помогли")).isChecked();
            assertFocusIsSeen(page.locator("label:has(#mark-2)"));
            page.screenshot(shot("keyboard-focus"));
            page.keyboard().press("Tab");
            page.keyboard().press("Space");
            assertThat(page.getByLabel("Да", new Page.GetByLabelOptions().setExact(true)))
                    .isChecked();
            page.keyboard().press("Tab");
            assertFocusIsSeen(page.getByLabel("Комментарий"));
            page.keyboard().press("Tab");
            assertFocusIsSeen(page.getByLabel("Фото"));
            page.keyboard().press("Tab");
            assertFocusIsSeen(button(page));
            page.keyboard().press("Enter");

            assertThat(page.getByText("2 — скорее не помогли")).isVisible();
        }
    }

    @Test
    @DisplayName("После ошибки фокус на их списке, ссылка ведёт в поле")
    void theErrorSummaryTakesTheFocusAndLeadsToTheField() {
        try (BrowserContext context = browser.newContext(View.PHONE.options)) {
            Page page = context.newPage();
            open(page);
            submit(page);

            assertThat(page.getByRole(AriaRole.ALERT)).isFocused();
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Отметьте, решён ли вопрос"))
                    .click();
            assertThat(page.getByLabel("Да", new Page.GetByLabelOptions().setExact(true)))
                    .isFocused();
        }
    }

    @Test
    @DisplayName("Файл больше 5 МБ отклоняется у поля, введённое остаётся")
    void aTooBigPhotoIsExplainedBesideTheField() {
        try (BrowserContext context = browser.newContext(View.PHONE.options)) {
            Page page = context.newPage();
            open(page);
            answer(page, "5 — отлично", "Да", "");
            page.getByLabel("Фото").setInputFiles(photo(new byte[Photo.LIMIT + 1]));
            submit(page);

            assertThat(page.locator("#photo-error")).containsText("больше 5 МБ");
            assertThat(page.getByLabel("5 — отлично")).isChecked();
        }
    }

    @Test
    @DisplayName("Увеличенные интервалы текста (WCAG 1.4.12) ничего не обрезают; печать читается")
    void wideTextSpacingAndPrintStayReadable() {
        try (BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setLocale("ru-RU")
                .setViewportSize(375, 740)
                .setColorScheme(ColorScheme.DARK)
                .setBypassCSP(true))) {
            Page page = context.newPage();
            open(page);
            page.addStyleTag(new Page.AddStyleTagOptions()
                    .setContent("* { line-height: 1.5 !important; letter-spacing: .12em !important;"
                            + " word-spacing: .16em !important } p { margin-bottom: 2em !important }"));
            assertNoSidewaysScroll(page);
            page.screenshot(shot("text-spacing").setFullPage(true));

            page.reload();
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            page.screenshot(shot("print").setFullPage(true));
            assertThat(page.locator("body").evaluate("body => getComputedStyle(body).backgroundColor"))
                    .isEqualTo("rgb(255, 255, 255)");
        }
    }

    private static Invitation open(Page page) {
        Invitation invitation = surveys.invite(UUID.randomUUID(), SurveyFixtures.SNAPSHOT, NEVER);
        page.navigate(base + invitation.path());
        return invitation;
    }

    private static void answer(Page page, String mark, String solved, String comment) {
        page.getByLabel(mark).check();
        page.getByLabel(solved, new Page.GetByLabelOptions().setExact(true)).check();
        page.getByLabel("Комментарий").fill(comment);
    }

    private static void submit(Page page) {
        button(page).click();
    }

    private static Locator button(Page page) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Отправить оценку"));
    }

    private static FilePayload photo(byte[] bytes) {
        return new FilePayload("photo.jpg", "image/jpeg", bytes);
    }

    private static void check(Page page, View view, String state) {
        page.screenshot(shot(view.name().toLowerCase(Locale.ROOT) + "-" + state).setFullPage(true));
        AxeResults results = new AxeBuilder(page)
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"))
                .analyze();
        assertThat(describe(results.getViolations())).isEmpty();
        List<String> undecided = describe(results.getIncomplete());
        if (undecided.remove("color-contrast <textarea")) { // axe cannot tell the colour behind a text area
            assertThat(contrast(page.locator("textarea"))).isGreaterThan(4.5);
        }
        assertThat(undecided).isEmpty();
        assertThat(results.getPasses()).hasSizeGreaterThan(15);
        assertNoSidewaysScroll(page);
    }

    private static List<String> describe(List<Rule> rules) {
        List<String> lines = new ArrayList<>();
        rules.forEach(rule -> rule.getNodes()
                .forEach(node -> lines.add(rule.getId() + " " + node.getHtml().replaceAll(" .*", ""))));
        return lines;
    }

    /** Contrast of an element's text to its own background, as WCAG 2.1 defines it. */
    private static double contrast(Locator element) {
        return ((Number) element.evaluate("""
                        element => {
                          const style = getComputedStyle(element);
                          const light = colour => {
                            const [r, g, b] = colour.match(/[0-9.]+/g).map(Number)
                                .map(c => c / 255).map(c => c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
                            return 0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05;
                          };
                          const [a, b] = [light(style.color), light(style.backgroundColor)];
                          return Math.max(a, b) / Math.min(a, b);
                        }""")).doubleValue();
    }

    private static void assertNoSidewaysScroll(Page page) {
        assertThat(page.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .isEqualTo(0);
    }

    private static void assertFocusIsSeen(Locator element) {
        assertThat(element.evaluate("e => getComputedStyle(e).outlineStyle + getComputedStyle(e).outlineWidth"))
                .isEqualTo("solid3px");
    }

    private static Page.ScreenshotOptions shot(String name) {
        return new Page.ScreenshotOptions().setPath(SHOTS.resolve(name + ".png"));
    }
}
