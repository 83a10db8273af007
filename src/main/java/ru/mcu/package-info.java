/** The municipal control centre: one package for each module. */
@NullMarked
package ru.mcu;

import org.jspecify.annotations.NullMarked;
