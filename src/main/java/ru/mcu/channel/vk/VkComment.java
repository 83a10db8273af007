package ru.mcu.channel.vk;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A comment under a post.
 *
 * @param ownerId whose wall it is; some versions say {@code post_owner_id} instead
 * @param parentsStack the comments above it, outermost first
 * @param date seconds since 1970
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record VkComment(
        long id,
        long fromId,
        @Nullable Long ownerId,
        @Nullable Long postOwnerId,
        long postId,
        long date,
        @Nullable String text,
        @Nullable Long replyToComment,
        @Nullable List<Long> parentsStack,
        @Nullable List<VkAttachment> attachments,
        @Nullable JsonNode geo) {

    /** The community's own wall where the event does not say whose it is. */
    long wall(long group) {
        if (ownerId != null && ownerId != 0) {
            return ownerId;
        }
        return postOwnerId != null && postOwnerId != 0 ? postOwnerId : -group;
    }

    /** The comment that its thread began with. */
    long root() {
        if (parentsStack != null && !parentsStack.isEmpty()) {
            return parentsStack.get(0);
        }
        return replyToComment != null && replyToComment != 0 ? replyToComment : id;
    }
}
