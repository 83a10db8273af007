package ru.mcu.channel.vk;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where an answer goes: under a comment or into a dialogue; kept with the message as its thread. */
sealed interface VkTarget {

    /**
     * A comment under a post of a wall; walls of communities have negative numbers.
     *
     * @param root the comment that its thread began with; itself where it began one
     */
    record Comment(long wall, long post, long comment, long root) implements VkTarget {

        @Override
        public String thread() {
            String self = "wall:" + wall + "_" + post + "_" + comment;
            return root == comment ? self : self + ":" + root;
        }
    }

    /** A dialogue or a chat. */
    record Dialogue(long peer) implements VkTarget {

        @Override
        public String thread() {
            return "peer:" + peer;
        }
    }

    String thread();

    /** Null when the thread is not one of this channel's. */
    static @Nullable VkTarget of(@Nullable String thread) {
        Matcher wall = Patterns.WALL.matcher(thread == null ? "" : thread);
        if (wall.matches()) {
            long comment = Long.parseLong(wall.group(3));
            long root = wall.group(4) == null ? comment : Long.parseLong(wall.group(4));
            return new Comment(Long.parseLong(wall.group(1)), Long.parseLong(wall.group(2)), comment, root);
        }
        Matcher peer = Patterns.PEER.matcher(thread == null ? "" : thread);
        return peer.matches() ? new Dialogue(Long.parseLong(peer.group(1))) : null;
    }

    /** The shapes of threads. */
    final class Patterns {
        private static final Pattern WALL =
                Pattern.compile("wall:(-?\\d{1,18})_(\\d{1,18})_(\\d{1,18})(?::(\\d{1,18}))?");
        private static final Pattern PEER = Pattern.compile("peer:(-?\\d{1,18})");

        private Patterns() {}
    }
}
