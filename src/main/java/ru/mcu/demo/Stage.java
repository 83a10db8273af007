package ru.mcu.demo;

/** Where the story of a demo message ends; together they are all the places where a message can stand. */
public enum Stage {
    /** Nobody has looked at it yet. */
    TRIAGE,
    TRIAGE_OVERDUE,
    /** An export of ПОС without a text. */
    ADD_TEXT,
    /** The author was asked and is silent. */
    CLARIFICATION,
    /** The author was asked and answered: triage again. */
    CLARIFIED,
    DUPLICATE_WAITING,
    DUPLICATE_ANSWERED,
    CONCEPT,
    /** Became resonant while it was in work. */
    CONCEPT_NOW,
    DRAFTING,
    DRAFT_DUE,
    DRAFT_OVERDUE,
    /** So late that the curator was told. */
    DRAFT_ESCALATED,
    /** The author added something while the answer was written. */
    FOLLOWED_UP,
    FACTS,
    REVIEW,
    REWORK,
    CUR_APPROVAL,
    /** The ЦУР is silent: the head decides. */
    CUR_SILENT,
    /** The fourth return by the ЦУР: the curator decides. */
    DISPUTE,
    MANUAL_PUBLICATION,
    PROMISE_AHEAD,
    PROMISE_DUE,
    SURVEY_WAITING,
    SURVEY_REMINDED,
    SURVEY_BY_PHONE,
    QUALITY_CHECK,
    REOPENED,
    /** Closed with a mark. */
    CLOSED,
    /** Closed, the author gave no mark. */
    CLOSED_WITHOUT_MARK,
    REJECTED,
    FORMAL_ROUTE,
    CANCELLED,
    /** An interim answer is out, the final one is written. */
    INTERIM,
    RETURNED_TWICE,
    /** The third return: the head triages. */
    RETURNED_TO_HEAD,
    /** The author deleted his post: somebody must decide on the answer. */
    DELETED,
    WITHHELD
}
