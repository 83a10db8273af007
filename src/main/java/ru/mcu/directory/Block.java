package ru.mcu.directory;

/**
 * An industry block with the post that answers for it (Rubtsovsk 3.3, 4.1.3; Stavropol III.4).
 *
 * @param leaderPost the post of the block's leader, as people know it
 */
public record Block(String code, String name, String leaderPost) {

    /** The id of the group of the block's leaders. */
    public String group() {
        return "block-" + code;
    }
}
