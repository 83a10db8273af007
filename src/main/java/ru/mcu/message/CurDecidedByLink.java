package ru.mcu.message;

import java.util.UUID;

/** The ЦУР decided through its link; the waiting task is done. */
public record CurDecidedByLink(UUID messageId, String processInstanceId, ApprovalDecision decision) {}
