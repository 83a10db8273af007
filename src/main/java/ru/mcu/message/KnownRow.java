package ru.mcu.message;

import org.jspecify.annotations.Nullable;

/** What an import needs to know of a message that is already here. */
interface KnownRow {

    String getExternalId();

    @Nullable
    String getSourceHash();
}
