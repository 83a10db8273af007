/** Tests of the life of messages. */
@NullMarked
package ru.mcu.message;

import org.jspecify.annotations.NullMarked;
