package ru.mcu.message;

import java.util.EnumSet;
import java.util.Set;

/** Where a message stands. The allowed steps are written here once; everything else asks {@link #canBecome}. */
public enum MessageStatus {
    REGISTERED("Зарегистрировано"),
    TRIAGE("На разборе"),
    CLARIFYING("Уточняется у автора"),
    AWAITING_PARENT("Ждёт ответа на основное"),
    CONCEPT("Готовится концепция"),
    DRAFTING("Готовится ответ"),
    AWAITING_FACTS("Собираются сведения"),
    REVIEW("На проверке МЦУ"),
    CUR_APPROVAL("На согласовании ЦУР"),
    PUBLISHING("Публикуется"),
    CONTROL("Контроль и опрос"),
    QUALITY_CHECK("Проверка качества"),
    CLOSED("Закрыто");

    private final String title;

    MessageStatus(String title) {
        this.title = title;
    }

    /** What staff see. */
    public String title() {
        return title;
    }

    /** Whether the regulation knows a way from here to there. */
    public boolean canBecome(MessageStatus next) {
        return this == next || successors().contains(next);
    }

    private Set<MessageStatus> successors() {
        return switch (this) {
            case REGISTERED -> EnumSet.of(TRIAGE, DRAFTING, REVIEW, PUBLISHING, CONTROL, CLOSED);
            case TRIAGE -> EnumSet.of(CLARIFYING, AWAITING_PARENT, CONCEPT, DRAFTING, PUBLISHING, CLOSED);
            case CLARIFYING -> EnumSet.of(TRIAGE, DRAFTING, PUBLISHING, CONCEPT, CLOSED);
            case AWAITING_PARENT -> EnumSet.of(TRIAGE, PUBLISHING, CONTROL, CLOSED);
            case CONCEPT -> EnumSet.of(DRAFTING, AWAITING_FACTS, REVIEW, CUR_APPROVAL, PUBLISHING, CLARIFYING, CLOSED);
            case DRAFTING -> EnumSet.of(TRIAGE, AWAITING_FACTS, CLARIFYING, REVIEW, CONCEPT, PUBLISHING, CLOSED);
            case AWAITING_FACTS -> EnumSet.of(DRAFTING, CONCEPT, CLOSED);
            case REVIEW -> EnumSet.of(DRAFTING, CUR_APPROVAL, PUBLISHING, CONTROL, CONCEPT, CLOSED);
            case CUR_APPROVAL -> EnumSet.of(REVIEW, DRAFTING, PUBLISHING, CONTROL, CONCEPT, CLOSED);
            case PUBLISHING -> EnumSet.of(DRAFTING, CLARIFYING, TRIAGE, CONTROL, QUALITY_CHECK, CONCEPT, CLOSED);
            case CONTROL -> EnumSet.of(PUBLISHING, QUALITY_CHECK, DRAFTING, TRIAGE, CLOSED);
            case QUALITY_CHECK -> EnumSet.of(TRIAGE, CLOSED);
            case CLOSED -> EnumSet.noneOf(MessageStatus.class);
        };
    }
}
