/** What other systems of the city are told about messages: signed events without personal data. */
@NullMarked
@ApplicationModule(displayName = "Интеграции")
package ru.mcu.integration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
