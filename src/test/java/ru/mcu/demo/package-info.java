/** The demonstration city. */
@NullMarked
package ru.mcu.demo;

import org.jspecify.annotations.NullMarked;
