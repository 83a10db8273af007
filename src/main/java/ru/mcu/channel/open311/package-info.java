/** Open311 GeoReport v2: programs of citizens report problems and read how they stand. */
@NullMarked
package ru.mcu.channel.open311;

import org.jspecify.annotations.NullMarked;
