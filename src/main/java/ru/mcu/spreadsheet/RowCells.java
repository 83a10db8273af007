package ru.mcu.spreadsheet;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One row read by field name; every value that makes no sense becomes a problem instead of an exception. */
final class RowCells {

    private static final DateTimeFormatter DATES = new DateTimeFormatterBuilder()
            .appendPattern("[uuuu-MM-dd][dd.MM.uuuu][d.M.uuuu]")
            .appendPattern("[['T'][' ']HH:mm[:ss]]")
            .optionalStart()
            .appendFraction(ChronoField.NANO_OF_SECOND, 1, 9, true)
            .optionalEnd()
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    private final int rowNumber;
    private final List<String> cells;
    private final HeaderBinding binding;
    private final int maxCellChars;
    private final List<RowProblem> problems = new ArrayList<>();

    RowCells(int rowNumber, List<String> cells, HeaderBinding binding, int maxCellChars) {
        this.rowNumber = rowNumber;
        this.cells = cells;
        this.binding = binding;
        this.maxCellChars = maxCellChars;
    }

    /** The text without the export's leading apostrophe; null for an empty cell and for a lone dash. */
    @Nullable
    String text(String field) {
        int index = binding.index(field);
        if (index < 0 || index >= cells.size()) {
            return null;
        }
        String value = cells.get(index).strip();
        if (value.startsWith("'")) {
            value = value.substring(1).strip();
        }
        if (value.isEmpty() || value.equals("-") || value.equals("–") || value.equals("—")) {
            return null;
        }
        if (value.startsWith("ERROR:#")) {
            return problem(field, "В ячейке ошибка Excel. Исправьте её в файле.");
        }
        if (value.length() > maxCellChars) {
            return problem(field, "Текст длиннее %d знаков и не загружен.".formatted(maxCellChars));
        }
        return value;
    }

    String textOrEmpty(String field) {
        String value = text(field);
        return value == null ? "" : value;
    }

    /** A number used as a name: without a fraction, an exponent or separators of thousands. */
    @Nullable
    String key(String field) {
        String value = text(field);
        if (value == null || !value.matches("[0-9]+([.,][0-9]+)?([eE][+]?[0-9]{1,2})?")) {
            return value;
        }
        BigDecimal number = new BigDecimal(value.replace(',', '.'));
        return number.stripTrailingZeros().scale() <= 0 ? number.toBigInteger().toString() : value;
    }

    @Nullable
    Long number(String field) {
        String value = key(field);
        if (value == null) {
            return null;
        }
        String digits = value.replaceAll("[\\s\\u00A0\\u202F]", "");
        if (!digits.matches("[0-9]{1,15}")) {
            return problem(field, "Здесь должно быть целое число.");
        }
        return Long.valueOf(digits);
    }

    /** Local time of the source system; a date alone is its midnight. */
    @Nullable
    LocalDateTime dateTime(String field) {
        String value = text(field);
        if (value == null) {
            return null;
        }
        try {
            TemporalAccessor parsed = DATES.parse(value);
            LocalDate date = parsed.query(TemporalQueries.localDate());
            LocalTime time = parsed.query(TemporalQueries.localTime());
            if (date != null) {
                return date.atTime(time == null ? LocalTime.MIDNIGHT : time);
            }
        } catch (DateTimeParseException e) {
            return badDate(field);
        }
        return badDate(field);
    }

    @Nullable
    LocalDate date(String field) {
        LocalDateTime value = dateTime(field);
        return value == null ? null : value.toLocalDate();
    }

    @Nullable
    Boolean yesNo(String field) {
        String value = text(field);
        if (value == null) {
            return null;
        }
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "да", "true", "1" -> Boolean.TRUE;
            case "нет", "false", "0" -> Boolean.FALSE;
            default -> problem(field, "Здесь должно быть «Да» или «Нет».");
        };
    }

    <T> @Nullable T problem(String field, String reason) {
        problems.add(new RowProblem(rowNumber, binding.header(field), reason));
        return null;
    }

    List<RowProblem> problems() {
        return problems;
    }

    private @Nullable LocalDateTime badDate(String field) {
        return problem(field, "Здесь должна быть дата, например 24.12.2025 или 2025-12-24 20:06:02.");
    }
}
