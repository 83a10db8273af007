package ru.mcu.message;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the author said of the answer, for the analyst; implemented where surveys are known. */
public interface AuthorOpinions {

    /** The newest mark; empty when the author gave none. */
    Optional<Opinion> of(UUID messageId);

    /**
     * @param mark 1–5
     * @param solved whether the author holds the matter solved
     * @param comment his words; may hold personal data, so never for logs or process variables
     */
    record Opinion(int mark, boolean solved, @Nullable String comment) {

        @Override
        public String toString() {
            return "Opinion[mark=%s, solved=%s]".formatted(mark, solved);
        }
    }
}
