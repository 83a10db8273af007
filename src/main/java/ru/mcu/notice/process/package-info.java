/** Where notices meet the engine's tasks. */
@NullMarked
package ru.mcu.notice.process;

import org.jspecify.annotations.NullMarked;
