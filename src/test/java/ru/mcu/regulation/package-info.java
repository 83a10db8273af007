/** What ties the acts to the models and the tests; the application itself needs none of it. */
@NullMarked
package ru.mcu.regulation;

import org.jspecify.annotations.NullMarked;
