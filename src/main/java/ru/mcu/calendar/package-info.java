/** The working calendar of a city: kinds of day, norms, deadline arithmetic with pauses and explanations. */
@NullMarked
@ApplicationModule(displayName = "Рабочий календарь и сроки")
package ru.mcu.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
