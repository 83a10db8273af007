package ru.mcu.spreadsheet;

import java.util.List;

/**
 * What a reading came to.
 *
 * @param rows rows handed over
 * @param skipped rows without a key, each reported as a problem
 * @param problems problems reported, skipped rows among them
 * @param missingOptional Russian headers the file lacks and the reading did without
 */
public record ReadSummary(int rows, int skipped, int problems, List<String> missingOptional) {}
