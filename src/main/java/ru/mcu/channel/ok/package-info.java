/** Одноклассники: dialogues with the city's group, and answers to them. */
@NullMarked
package ru.mcu.channel.ok;

import org.jspecify.annotations.NullMarked;
