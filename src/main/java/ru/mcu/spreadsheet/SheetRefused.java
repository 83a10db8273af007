package ru.mcu.spreadsheet;

/** A file that cannot be read at all; the message is Russian and tells the operator what to do. */
public final class SheetRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why the file was refused, for callers that count or react. */
    public enum Reason {
        WRONG_TYPE,
        ENCRYPTED,
        BROKEN,
        BOMB,
        TOO_BIG,
        TOO_MANY_ROWS,
        MISSING_HEADERS,
        EMPTY
    }

    private final Reason reason;

    SheetRefused(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    SheetRefused(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    static SheetRefused broken(Throwable cause) {
        return new SheetRefused(
                Reason.BROKEN,
                "Файл повреждён и не читается. Выгрузите его заново или откройте в Excel и сохраните как «Книга Excel (.xlsx)».",
                cause);
    }

    static SheetRefused bomb() {
        return new SheetRefused(
                Reason.BOMB,
                "Файл при распаковке становится слишком большим. Разделите выгрузку на части по периоду и загрузите их по очереди.");
    }

    static SheetRefused wrongType(String what) {
        return new SheetRefused(
                Reason.WRONG_TYPE,
                what + " Нужна таблица .xlsx или .csv: откройте файл в Excel и сохраните как «Книга Excel (.xlsx)».");
    }

    static SheetRefused encrypted() {
        return new SheetRefused(
                Reason.ENCRYPTED,
                "Файл защищён паролем. Откройте его в Excel, снимите пароль, сохраните и загрузите снова.");
    }
}
