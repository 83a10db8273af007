package ru.mcu.channel;

import java.time.Duration;

/** Calls of channels in tests without Spring. */
public final class TestCalls {

    private TestCalls() {}

    public static HttpCalls within(Duration timeout) {
        return new HttpCalls(new HttpCallSettings(timeout));
    }
}
