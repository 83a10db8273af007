package ru.mcu.message;

import java.time.Instant;
import java.util.UUID;

/** A message came one part of its way further; published in the transaction in which it did. */
public record MilestoneReached(UUID messageId, Milestone milestone, Instant at) {}
