/** Reads and checks the city profile and wires the module's beans. */
@NullMarked
package ru.mcu.directory.internal;

import org.jspecify.annotations.NullMarked;
