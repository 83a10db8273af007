/** Tests of the calendar files. */
@NullMarked
package ru.mcu.calendar.internal;

import org.jspecify.annotations.NullMarked;
