package ru.mcu.channel.vk;

/** Pages that staff can open. */
final class VkLinks {

    private static final String SITE = "https://vk.com/";
    private static final long FIRST_CHAT = 2_000_000_000L;

    private VkLinks() {}

    static String author(long id) {
        return SITE + (id > 0 ? "id" + id : "club" + -id);
    }

    static String comment(long wall, long post, long comment, long root) {
        String page = SITE + "wall" + wall + "_" + post + "?reply=" + comment;
        return root == comment ? page : page + "&thread=" + root;
    }

    /** The dialogue in the messages of the community. */
    static String dialogue(long group, long peer) {
        return SITE + "gim" + group + "?sel=" + (peer > FIRST_CHAT ? "c" + (peer - FIRST_CHAT) : String.valueOf(peer));
    }
}
