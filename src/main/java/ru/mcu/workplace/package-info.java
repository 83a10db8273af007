/** What people see in Tasklist and Cockpit: task forms, the card of a message, uploads. */
@NullMarked
@ApplicationModule(displayName = "Рабочее место")
package ru.mcu.workplace;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
