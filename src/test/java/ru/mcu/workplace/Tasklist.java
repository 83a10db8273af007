package ru.mcu.workplace;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** One person's Tasklist in a real browser: opens tasks, fills forms by what is written on them, presses buttons. */
final class Tasklist implements AutoCloseable {

    private static final double PATIENCE = Double.parseDouble(System.getProperty("mcu.patience", "60000"));

    private static final double FOLDING = 3000;
    private static final String OVERFLOW =
            "document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth";

    private final BrowserContext context;
    private final Page page;
    private final String base;
    private final List<String> errors = new ArrayList<>();

    private Tasklist(BrowserContext context, String base) {
        this.context = context;
        this.page = context.newPage();
        this.base = base;
        page.setDefaultTimeout(PATIENCE);
        page.onPageError(errors::add);
    }

    static Tasklist of(Browser browser, String base, String user, int width) {
        Tasklist tasklist = new Tasklist(
                browser.newContext(new Browser.NewContextOptions()
                        .setLocale("ru-RU")
                        .setTimezoneId("Asia/Barnaul")
                        .setReducedMotion(ReducedMotion.REDUCE)
                        .setViewportSize(width, 900)),
                base);
        tasklist.login(user);
        return tasklist;
    }

    private void login(String user) {
        page.navigate(base + "/camunda/app/tasklist/default/");
        page.fill("input[ng-model=\"username\"]", user);
        page.fill("input[type=password]", "mcu-demo");
        page.click("button[type=submit]");
        seen("no-login", () -> page.waitForSelector(".task-filters"));
    }

    /** Opens a filter by its name and the first task that shows the text, leafing through the list. */
    void openFromList(String filter, String brief) {
        page.locator(".task-filters").getByText(filter).first().click();
        Locator task = page.locator(".tasks-list li.task").filter(new Locator.FilterOptions().setHasText(brief));
        Locator next = page.locator(".tasks-list .pagination-next:not(.disabled) a");
        page.locator(".tasks-list li.task").first().waitFor();
        while (task.count() == 0 && next.count() > 0) {
            String first = page.locator(".tasks-list li.task").first().innerText();
            next.first().click();
            page.waitForFunction(
                    "before => document.querySelector('.tasks-list li.task')?.innerText !== before", first);
        }
        task.first().locator("h4 a").click();
        waitForForm();
    }

    /** «Загрузить выгрузку» in the header: uploads the file and waits for the report. */
    void upload(String source, String fileName, byte[] xlsx) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Загрузить выгрузку"))
                .click();
        select("Откуда выгрузка", source);
        attach("Файл", fileName, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", xlsx);
        press("Загрузить");
        page.locator("mcu-imports .mcu-badge:not(:text(\"идёт\"))").first().waitFor();
    }

    void attach(String label, String fileName, String type, byte[] content) {
        page.getByLabel(label, new Page.GetByLabelOptions().setExact(true))
                .first()
                .setInputFiles(new FilePayload(fileName, type, content));
    }

    /** The window gets another width, as on a telephone. */
    void width(int pixels) {
        page.setViewportSize(pixels, 900);
    }

    /** By how many pixels the page can be pushed sideways; nobody should have to. */
    int overflow() {
        try { // columns take a moment to fold after the window changed its width
            page.waitForFunction(OVERFLOW + " === 0", null, new Page.WaitForFunctionOptions().setTimeout(FOLDING));
            return 0;
        } catch (PlaywrightException tooWide) {
            return ((Number) page.evaluate(OVERFLOW)).intValue();
        }
    }

    /** Whether a finger can press what the selector names: visible, inside the window, covered by nothing. */
    boolean reachable(String selector) {
        Locator target = page.locator(selector).first();
        return (Boolean) target.evaluate("""
                target => {
                  target.scrollIntoView({ block: 'center' });
                  const box = target.getBoundingClientRect();
                  const top = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
                  return box.left >= 0 && box.right <= innerWidth && (top === target || target.contains(top));
                }""");
    }

    void open(String taskId) {
        page.navigate("about:blank"); // a link from outside loads the whole page
        page.navigate(base + "/camunda/app/tasklist/default/#/?task=" + taskId);
        waitForForm();
    }

    private void waitForForm() {
        seen("no-form", () -> page.locator("mcu-card").getByText("МЦУ-").first().waitFor());
    }

    /** What cannot be waited for leaves a picture. */
    private void seen(String picture, Runnable wait) {
        try {
            wait.run();
        } catch (PlaywrightException e) {
            screenshot(picture);
            throw e;
        }
    }

    /** «Взять себе», unless the task is mine already. */
    void claim() {
        page.locator("[cam-tasklist-task-meta] .claim").click();
        waitUntilMine();
    }

    void waitUntilMine() {
        page.locator("[cam-tasklist-task-meta] .unclaim").waitFor();
    }

    void claimUnlessMine() {
        if (page.locator("[cam-tasklist-task-meta] .claim").isVisible()) {
            claim();
        }
    }

    void choose(String field, String value) {
        page.check("input[name=\"" + field + "\"][value=\"" + value + "\"]");
    }

    void choose(String option) {
        page.locator("label.mcu-option", new Page.LocatorOptions().setHasText(option))
                .first()
                .click();
    }

    /** An option of the question with this legend. */
    void chooseIn(String legend, String option) {
        page.locator("fieldset.mcu-choice", new Page.LocatorOptions().setHasText(legend))
                .last()
                .getByText(option, new Locator.GetByTextOptions().setExact(true))
                .click();
    }

    void type(String label, String text) {
        page.getByLabel(label).first().fill(text);
    }

    void select(String label, String option) {
        page.getByLabel(label, new Page.GetByLabelOptions().setExact(true))
                .selectOption(new com.microsoft.playwright.options.SelectOption().setLabel(option));
    }

    void press(String button) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button))
                .first()
                .click();
    }

    void press(String place, String button) {
        page.locator(place)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(button))
                .first()
                .click();
    }

    /** Tasklist's own button; waits until the task has left the screen. */
    void complete() {
        pressComplete();
        waitUntilGone();
    }

    void waitUntilGone() {
        page.locator(".form-actions .btn-primary")
                .first()
                .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
    }

    void pressComplete() {
        page.locator(".form-actions .btn-primary").first().click();
    }

    void waitForText(String text) {
        page.getByText(text).first().waitFor();
    }

    String valueOf(String label) {
        return page.getByLabel(label).first().inputValue();
    }

    Page page() {
        return page;
    }

    void screenshot(String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "screenshots", name + ".png")));
    }

    /** Errors of scripts on the page. */
    List<String> errors() {
        return errors;
    }

    @Override
    public void close() {
        context.close();
    }
}
