package ru.mcu.channel.vk;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something attached; only the kinds that can hold what a citizen wants to show. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record VkAttachment(
        @Nullable String type,
        @Nullable Item photo,
        @Nullable Item video,
        @Nullable Item doc,
        @Nullable Item audioMessage,
        @Nullable Item graffiti,
        @Nullable Item wall,
        @Nullable Item link) {

    /**
     * One thing of any kind.
     *
     * @param url where a document or a link is
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record Item(
            long id,
            long ownerId,
            long fromId,
            @Nullable String title,
            @Nullable String url,
            @Nullable Long size,
            @Nullable String linkOgg,
            @Nullable String linkMp3,
            @Nullable Picture origPhoto,
            @Nullable List<Picture> sizes) {

        String key() {
            return ownerId + "_" + id;
        }
    }

    /** One size of a photo; very old ones have no width and height. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Picture(@Nullable String type, @Nullable String url, long width, long height) {}
}
