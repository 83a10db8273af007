/** Plays the stories of the demo messages through the real processes. */
@NullMarked
package ru.mcu.demo.process;

import org.jspecify.annotations.NullMarked;
