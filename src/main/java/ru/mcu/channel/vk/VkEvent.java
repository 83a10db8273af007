package ru.mcu.channel.vk;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import org.jspecify.annotations.Nullable;

/**
 * An event of the Callback API, version 5.199 and older.
 *
 * @param object depends on the type and on the version
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record VkEvent(
        @Nullable String type,
        long groupId,
        @Nullable String eventId,
        @Nullable JsonNode object) {}
