/** Calendar files and Russian wording, used by the calendar module only. */
@NullMarked
package ru.mcu.calendar.internal;

import org.jspecify.annotations.NullMarked;
