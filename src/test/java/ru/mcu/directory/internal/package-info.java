/** Tests of reading city profiles. */
@NullMarked
package ru.mcu.directory.internal;

import org.jspecify.annotations.NullMarked;
