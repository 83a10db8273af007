package ru.mcu.message;

/** Who decides on a draft. */
public enum ApprovalStage {
    MCU("МЦУ"),
    CUR("ЦУР"),
    HEAD("Руководитель МЦУ"),
    CURATOR("Куратор");

    private final String title;

    ApprovalStage(String title) {
        this.title = title;
    }

    /** What staff see. */
    public String title() {
        return title;
    }
}
