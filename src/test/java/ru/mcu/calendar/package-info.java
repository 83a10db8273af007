/** Tests of the working calendar. */
@NullMarked
package ru.mcu.calendar;

import org.jspecify.annotations.NullMarked;
