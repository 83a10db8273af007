/** Proposes what a citizen's message is about and where; people decide. */
@ApplicationModule(displayName = "Структурирование")
@NullMarked
package ru.mcu.structuring;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
