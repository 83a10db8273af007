/** The REST edge of the answer standard: check while the author types, and templates to start from. */
@NullMarked
package ru.mcu.answer.web;

import org.jspecify.annotations.NullMarked;
