/** The mouths and ears of the city: one package for each channel. */
@NullMarked
@ApplicationModule(displayName = "Каналы")
package ru.mcu.channel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
