package ru.mcu.channel.vk;

import com.fasterxml.jackson.databind.JsonNode;

/** What the API said to a call. */
sealed interface VkAnswer {

    /** It was done. */
    record Done(JsonNode response) implements VkAnswer {}

    /** It was refused with one of the API's codes. */
    record Refused(int code) implements VkAnswer {}

    /** Somebody on the way answered, or it was not the API's JSON; it may have been done. */
    record Unclear() implements VkAnswer {}
}
