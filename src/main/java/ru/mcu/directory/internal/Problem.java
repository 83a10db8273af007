package ru.mcu.directory.internal;

/** One mistake of a profile: where ({@code bodies[3].block}) and what is wrong, in Russian. */
record Problem(String path, String text) {}
