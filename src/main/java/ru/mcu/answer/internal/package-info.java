/** How the answer standard is read from its file and applied to a text; nothing here is for other modules. */
@NullMarked
package ru.mcu.answer.internal;

import org.jspecify.annotations.NullMarked;
