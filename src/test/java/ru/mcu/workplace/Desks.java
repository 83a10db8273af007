package ru.mcu.workplace;

import com.microsoft.playwright.Browser;
import java.util.LinkedHashMap;
import java.util.Map;

/** The people at their desks: each logs in once, in a browser context of his own, and stays. */
final class Desks implements AutoCloseable {

    private final Browser browser;
    private final String base;
    private final Map<String, Tasklist> desks = new LinkedHashMap<>();

    Desks(Browser browser, String base) {
        this.browser = browser;
        this.base = base;
    }

    Tasklist of(String user) {
        return desks.computeIfAbsent(user, it -> Tasklist.of(browser, base, it, 1366));
    }

    @Override
    public void close() {
        desks.values().forEach(Tasklist::close);
    }
}
