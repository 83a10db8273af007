/** What an administrator may do with the calendar while the application runs. */
@NullMarked
package ru.mcu.calendar.web;

import org.jspecify.annotations.NullMarked;
