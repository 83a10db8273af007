package ru.mcu.directory.web;

import java.util.List;

/** One page of absences; {@code total} counts all of them. */
record AbsencePage(List<AbsenceView> items, long total, int page, int size) {}
