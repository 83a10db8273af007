package ru.mcu.message;

import java.util.UUID;

/** A recent message as the search for duplicates compares it: without its text. */
interface NearCandidate {

    UUID getId();

    String getFingerprint();

    long getNearFingerprint();
}
