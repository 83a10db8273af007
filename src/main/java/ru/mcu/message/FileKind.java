package ru.mcu.message;

/** What a file is for its reader; each kind has its own largest size. */
enum FileKind {
    PHOTO,
    VIDEO,
    VOICE,
    DOCUMENT
}
