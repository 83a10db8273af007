package ru.mcu.channel.ok;

import com.fasterxml.jackson.databind.JsonNode;

/** What the API said to a call. */
sealed interface OkAnswer {

    /** It was done. */
    record Done(JsonNode body) implements OkAnswer {}

    /** It was refused with one of the API's codes. */
    record Refused(int code) implements OkAnswer {}

    /** Somebody on the way answered, or it was not the API's JSON; it may have been done. */
    record Unclear() implements OkAnswer {}
}
