/** The demonstration city: messages at every stage of work, and what a visitor is told at the start. */
@NullMarked
@ApplicationModule(displayName = "Демонстрация")
package ru.mcu.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
