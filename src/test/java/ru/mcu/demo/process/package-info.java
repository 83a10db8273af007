/** The stories of the demonstration, played. */
@NullMarked
package ru.mcu.demo.process;

import org.jspecify.annotations.NullMarked;
