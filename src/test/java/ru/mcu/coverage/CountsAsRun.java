package ru.mcu.coverage;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Remembers which tests of the whole application ran: coverage is judged only after all of them. */
public final class CountsAsRun implements AfterAllCallback {

    @Override
    public void afterAll(ExtensionContext context) {
        ProcessCoverage.ran(context.getRequiredTestClass());
    }
}
