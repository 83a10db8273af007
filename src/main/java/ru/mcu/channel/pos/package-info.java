/** Exports of ПОС. */
@NullMarked
package ru.mcu.channel.pos;

import org.jspecify.annotations.NullMarked;
