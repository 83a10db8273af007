/** The process engine made safe and frugal; the only package that touches the engine's implementation classes. */
@NullMarked
package ru.mcu.platform.engine;

import org.jspecify.annotations.NullMarked;
