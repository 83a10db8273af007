/** The processes of the message, path by path. */
@NullMarked
package ru.mcu.message.process;

import org.jspecify.annotations.NullMarked;
