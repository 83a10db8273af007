package ru.mcu;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/** One real browser for all browser tests of a JVM; without chromium they are skipped, on the build server they fail. */
public final class Chromium {

    private static final Path EXECUTABLE = Path.of(System.getProperty("mcu.chromium", "/usr/bin/chromium"));

    private static @Nullable Browser browser;

    private Chromium() {}

    public static synchronized Browser browser() {
        boolean installed = Files.isExecutable(EXECUTABLE);
        if (!Command.onBuildServer()) {
            Assumptions.assumeTrue(installed, "chromium is not installed: browser tests are skipped");
        }
        if (browser == null) {
            browser = Playwright.create()
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(EXECUTABLE)
                            .setArgs(List.of(
                                    "--no-sandbox",
                                    "--disable-gpu",
                                    "--disable-background-networking",
                                    "--disable-component-update",
                                    "--disable-sync")));
        }
        return browser;
    }
}
