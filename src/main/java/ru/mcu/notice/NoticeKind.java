package ru.mcu.notice;

import com.fasterxml.jackson.annotation.JsonValue;

/** What people are told of. */
public enum NoticeKind {
    ASSIGNED("assigned", "Задача поручена мне"),
    BODY_TASK("bodyTask", "Новая задача моего органа"),
    RETURNED("returned", "Ответ вернули на доработку"),
    DEADLINE("deadline", "Срок подходит или вышел"),
    DIGEST("digest", "Утренняя сводка"),
    SYSTEM("system", "Сбой канала (администраторам)");

    private final String code;
    private final String title;

    NoticeKind(String code, String title) {
        this.code = code;
        this.title = title;
    }

    @JsonValue
    public String code() {
        return code;
    }

    /** What a person sees where he chooses. */
    public String title() {
        return title;
    }

    /** What cannot wait for the morning. */
    boolean breaksQuiet() {
        return this == SYSTEM;
    }
}
