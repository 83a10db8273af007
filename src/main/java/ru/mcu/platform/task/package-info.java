/** How a person's work in Tasklist reaches the domain: one form and one handler for each user task. */
@NullMarked
package ru.mcu.platform.task;

import org.jspecify.annotations.NullMarked;
