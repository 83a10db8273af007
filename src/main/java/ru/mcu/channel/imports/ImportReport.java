package ru.mcu.channel.imports;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an import has done so far.
 *
 * @param state RUNNING, DONE or FAILED
 * @param failure why the whole file was refused, in Russian
 * @param refused the first 1,000 refusals; {@code refusedCount} counts all
 */
public record ImportReport(
        UUID id,
        String source,
        String fileName,
        String state,
        @Nullable String failure,
        int rowsRead,
        int created,
        int updated,
        int unchanged,
        int refusedCount,
        List<Refusal> refused) {

    /** One row or cell that was not taken. */
    public record Refusal(int row, @Nullable String column, String reason) {}
}
