/** Who works in the municipal control centre: the city's profile, bodies, roles, people, deputies and absences. */
@NullMarked
@ApplicationModule(displayName = "Справочник города")
package ru.mcu.directory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
