/** Tests of the directory. */
@NullMarked
package ru.mcu.directory;

import org.jspecify.annotations.NullMarked;
