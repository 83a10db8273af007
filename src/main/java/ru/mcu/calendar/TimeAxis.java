package ru.mcu.calendar;

/** A kind of time that hours are measured in; moments and amounts are milliseconds. */
interface TimeAxis {

    /** Round the clock. */
    TimeAxis CLOCK = new TimeAxis() {
        @Override
        public long elapsed(long from, long to) {
            return to - from;
        }

        @Override
        public long after(long from, long amount) {
            return from + amount;
        }
    };

    /** How much of this time passes between two moments, the first not later than the second. */
    long elapsed(long from, long to);

    /** The earliest moment by which the amount, more than zero, has passed. */
    long after(long from, long amount);
}
