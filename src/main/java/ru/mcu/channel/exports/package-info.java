/** Files with our answers for the systems that messages were imported from. */
@NullMarked
package ru.mcu.channel.exports;

import org.jspecify.annotations.NullMarked;
