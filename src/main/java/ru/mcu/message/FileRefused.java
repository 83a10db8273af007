package ru.mcu.message;

import org.jspecify.annotations.Nullable;

/** Says in Russian why a file is not kept; safe to show to staff. */
public final class FileRefused extends Exception {

    private static final long serialVersionUID = 1L;

    private final @Nullable String virus;

    FileRefused(String reason) {
        super(reason);
        this.virus = null;
    }

    private FileRefused(String reason, String virus) {
        super(reason);
        this.virus = virus;
    }

    static FileRefused infected(String virus) {
        return new FileRefused(infectedNote(virus), virus);
    }

    static String infectedNote(String virus) {
        return "найден вирус " + virus;
    }

    /** The reason as the end of the sentence «Не принят: …». */
    public String reason() {
        return String.valueOf(getMessage());
    }

    /** The virus that was found, if this is the reason. */
    public @Nullable String virus() {
        return virus;
    }
}
