package ru.mcu.platform;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;

/** Where a citizen's message came from, and where its answer goes back to. */
public enum Channel {
    VK("vk", "ВКонтакте", true, "social"),
    TELEGRAM("telegram", "Телеграм", true, "social"),
    OK("ok", "Одноклассники", true, "social"),
    MAX("max", "МАХ", true, "social"),
    MAIL("mail", "Электронная почта", false, "mail"),
    IM("im", "Инцидент Менеджмент", true, "social"),
    POS("pos", "ПОС", false, "pos"),
    PHONE("phone", "Телефон", false, "directLine"),
    VISIT("visit", "Личный приём", false, "directLine"),
    PAPER("paper", "Письмо", false, "mail"),
    API("api", "Внешняя система", false, "social"),
    OPEN311("open311", "Open311", true, "social"),
    DIRECT_LINE("directLine", "Прямая линия", false, "directLine");

    private final String code;
    private final String title;
    private final boolean publicPlace;
    private final String normGroup;

    Channel(String code, String title, boolean publicPlace, String normGroup) {
        this.code = code;
        this.title = title;
        this.publicPlace = publicPlace;
        this.normGroup = normGroup;
    }

    /** The word for a channel in data, tables and addresses. */
    @JsonValue
    public String code() {
        return code;
    }

    /** The name that staff see. */
    public String title() {
        return title;
    }

    /** Whether anybody can read the answer: then it must not hold personal data (152-ФЗ). */
    public boolean isPublicPlace() {
        return publicPlace;
    }

    /** The row group of {@code deadline-norms.dmn} that holds for this channel. */
    public String normGroup() {
        return normGroup;
    }

    /** @throws IllegalArgumentException when no channel has this code */
    @JsonCreator
    public static Channel of(String code) {
        return Arrays.stream(values())
                .filter(channel -> channel.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Неизвестный канал: " + code));
    }
}
