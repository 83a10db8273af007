package ru.mcu.answer;

/** Kinds of personal data the detector knows, with the mark that takes their place in a masked text. */
public enum PersonalDataKind {
    PHONE("телефон", "[телефон скрыт]"),
    EMAIL("адрес электронной почты", "[почта скрыта]"),
    SNILS("СНИЛС", "[СНИЛС скрыт]"),
    INN("ИНН человека", "[ИНН скрыт]"),
    PASSPORT("паспорт", "[паспорт скрыт]"),
    CARD("номер карты или полиса", "[номер карты скрыт]"),
    BIRTH_DATE("дата рождения", "[дата рождения скрыта]"),
    ADDRESS("домашний адрес", "[адрес скрыт]"),
    FLAT("номер квартиры", "[номер квартиры скрыт]"),
    FULL_NAME("фамилия, имя и отчество", "[ФИО скрыто]");

    private final String title;
    private final String mark;

    PersonalDataKind(String title, String mark) {
        this.title = title;
        this.mark = mark;
    }

    /** Russian name for messages, nominative. */
    public String title() {
        return title;
    }

    /** What replaces the data in a masked text. */
    public String mark() {
        return mark;
    }
}
