package ru.mcu.workplace;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import ru.mcu.Chromium;
import ru.mcu.WholeApplication;

@WholeApplication
@DisplayName("Общее оформление")
class SharedStylesBrowserTests {

    private static final String RULES_OF_SHARED_FILE = """
            () => [...document.styleSheets]
                .flatMap((sheet) => [...sheet.cssRules])
                .filter((rule) => rule instanceof CSSImportRule && rule.href.endsWith('common/styles/mcu.css'))
                .map((rule) => rule.styleSheet ? rule.styleSheet.cssRules.length : 0)
                .reduce((sum, rules) => sum + rules, 0)""";

    private static final String BUTTON_COLOUR =
            "() => getComputedStyle(document.querySelector('button[type=submit]')).backgroundColor";

    @LocalServerPort
    int port;

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
    @DisplayName("загружается и действует на странице входа каждого приложения")
    void everyApplicationLoadsTheSharedStyles(String app) {
        try (Page page = Chromium.browser().newPage()) {
            page.navigate("http://127.0.0.1:" + port + "/camunda/app/" + app + "/default/");
            page.waitForSelector("input[type=password]");

            assertThat((Integer) page.evaluate(RULES_OF_SHARED_FILE)).isGreaterThan(20);
            assertThat(page.evaluate(BUTTON_COLOUR)).isEqualTo("rgb(36, 88, 138)");
        }
    }
}
