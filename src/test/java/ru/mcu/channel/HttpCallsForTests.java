package ru.mcu.channel;

import java.time.Duration;

/** Lets tests of a channel call without Spring. */
public final class HttpCallsForTests {

    private HttpCallsForTests() {}

    public static HttpCalls with(Duration timeout) {
        return new HttpCalls(new HttpCallSettings(timeout));
    }
}
