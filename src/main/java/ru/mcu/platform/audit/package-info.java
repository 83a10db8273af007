/** Who did what, when, why and for whom. */
@NullMarked
package ru.mcu.platform.audit;

import org.jspecify.annotations.NullMarked;
