package ru.mcu.directory.internal;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows the report on a bad profile at the end of the log instead of a stack trace. */
class InvalidCityProfileAnalyzer extends AbstractFailureAnalyzer<InvalidCityProfile> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, InvalidCityProfile cause) {
        return new FailureAnalysis(
                cause.getMessage(),
                "Исправьте файл и запустите систему ещё раз. Без верного профиля она не работает.",
                cause);
    }
}
