/** Where the models of the message meet the domain: delegates, forms of user tasks, correlation, timers. */
@NullMarked
package ru.mcu.message.process;

import org.jspecify.annotations.NullMarked;
