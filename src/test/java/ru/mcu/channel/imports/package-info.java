/** Tests of imports through HTTP. */
@NullMarked
package ru.mcu.channel.imports;

import org.jspecify.annotations.NullMarked;
