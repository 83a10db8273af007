/** Tests of the satisfaction survey. */
@NullMarked
package ru.mcu.survey;

import org.jspecify.annotations.NullMarked;
