package ru.mcu.message;

import ru.mcu.platform.Channel;

/** The city's norms; implemented by the decision table that the city edits (Рубцовск 4.6). */
public interface NormTable {

    /** @throws IllegalStateException when the table has no row, which is an error of the table */
    StepNorm norm(Channel channel, Priority priority, Regime regime, String step);
}
