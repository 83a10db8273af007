package ru.mcu.message;

/** How far a text has come on its way to the citizen. */
public enum PublicationStatus {
    PREPARED("Готово к публикации"),
    SENDING("Отправляется"),
    PUBLISHED("Опубликовано"),
    FAILED("Канал отказал"),
    WITHHELD("Не публикуется");

    private final String title;

    PublicationStatus(String title) {
        this.title = title;
    }

    /** What staff see. */
    public String title() {
        return title;
    }
}
