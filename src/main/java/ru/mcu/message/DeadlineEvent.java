package ru.mcu.message;

/** What can happen to a step's deadline; the words of {@code escalation-policy.dmn}. */
public enum DeadlineEvent {
    WARNING("warning", "Срок подходит"),
    OVERDUE("overdue", "Срок вышел"),
    CRITICAL("critical", "Срок вышел в полтора раза");

    private final String code;
    private final String title;

    DeadlineEvent(String code, String title) {
        this.code = code;
        this.title = title;
    }

    /** The word in the decision table. */
    public String code() {
        return code;
    }

    /** What staff see. */
    public String title() {
        return title;
    }
}
