/** What every picture that people send needs before it is kept. */
@NullMarked
package ru.mcu.platform.picture;

import org.jspecify.annotations.NullMarked;
