/** Tests of the directory: package process. */
@NullMarked
package ru.mcu.directory.process;

import org.jspecify.annotations.NullMarked;
