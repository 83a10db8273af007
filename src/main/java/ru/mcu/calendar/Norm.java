package ru.mcu.calendar;

import java.math.BigDecimal;
import java.math.RoundingMode;
import ru.mcu.calendar.internal.Russian;

/**
 * How long a step may take, as a decision table states it.
 *
 * <p>The amount may be a fraction (0.5 of a working hour). A fraction of a day counts as a whole day, in favour of the
 * one who works: days end only once a day.
 *
 * @param amount more than 0 and at most 10 000
 */
public record Norm(BigDecimal amount, NormUnit unit) {

    private static final BigDecimal MAXIMUM = BigDecimal.valueOf(10_000);
    private static final BigDecimal MINUTES_IN_HOUR = BigDecimal.valueOf(60);
    private static final BigDecimal MILLIS_IN_HOUR = BigDecimal.valueOf(3_600_000);

    public Norm {
        if (amount.signum() <= 0 || amount.compareTo(MAXIMUM) > 0) {
            throw new IllegalArgumentException(
                    "Норма срока должна быть больше 0 и не больше 10 000, а указано: " + amount.toPlainString() + ".");
        }
        amount = amount.stripTrailingZeros();
        if (amount.scale() < 0) {
            amount = amount.setScale(0);
        }
    }

    /** A norm from code: {@code Norm.of("0.5", NormUnit.WORKING_HOURS)}. */
    public static Norm of(String amount, NormUnit unit) {
        return new Norm(new BigDecimal(amount), unit);
    }

    /** A norm from a decision table's outputs: any number and the unit's Russian name. */
    public static Norm of(Number amount, String russianUnit) {
        return new Norm(new BigDecimal(amount.toString()), NormUnit.parse(russianUnit));
    }

    /** A share or a multiple of this norm: 0.5 for facts from another body, 1.5 for the second escalation. */
    public Norm times(BigDecimal factor) {
        return new Norm(amount.multiply(factor), unit);
    }

    /** «4 рабочих часа», «30 рабочих минут», «15 минут», «1,5 рабочего дня». */
    public String inRussian() {
        if (amount.scale() == 0) {
            return unit.count(amount.longValueExact());
        }
        BigDecimal minutes = amount.multiply(MINUTES_IN_HOUR).stripTrailingZeros();
        if (unit.isHours() && minutes.scale() <= 0) {
            return hoursAndMinutes(minutes.longValueExact());
        }
        return amount.toPlainString().replace('.', ',') + " " + unit.ofFraction();
    }

    private String hoursAndMinutes(long minutes) {
        long hours = minutes / 60;
        long rest = minutes % 60;
        String restInRussian = Russian.plural(rest, "минута", "минуты", "минут");
        if (hours > 0) {
            return unit.count(hours) + " " + rest + " " + restInRussian;
        }
        return unit == NormUnit.WORKING_HOURS
                ? rest + " " + Russian.plural(rest, "рабочая минута", "рабочие минуты", "рабочих минут")
                : rest + " " + restInRussian;
    }

    long millis() {
        return amount.multiply(MILLIS_IN_HOUR).setScale(0, RoundingMode.CEILING).longValueExact();
    }

    int wholeDays() {
        return amount.setScale(0, RoundingMode.CEILING).intValueExact();
    }
}
