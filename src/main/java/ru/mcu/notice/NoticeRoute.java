package ru.mcu.notice;

import com.fasterxml.jackson.annotation.JsonValue;

/** A way to a member of staff; its carrier is apart from the citizens' channel of the same kind. */
public enum NoticeRoute {
    MAIL("mail", "Почта"),
    TELEGRAM("telegram", "Телеграм"),
    MAX("max", "МАХ");

    private final String code;
    private final String title;

    NoticeRoute(String code, String title) {
        this.code = code;
        this.title = title;
    }

    @JsonValue
    public String code() {
        return code;
    }

    public String title() {
        return title;
    }

    /** Its way out in the outbox. */
    public String carrier() {
        return "staff-" + code;
    }
}
