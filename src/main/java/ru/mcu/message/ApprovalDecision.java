package ru.mcu.message;

/** What was decided on a draft. */
public enum ApprovalDecision {
    APPROVED,
    RETURNED
}
