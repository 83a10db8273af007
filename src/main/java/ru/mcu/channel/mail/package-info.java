/** Answers by e-mail: SMTP replies that keep the thread. */
@NullMarked
package ru.mcu.channel.mail;

import org.jspecify.annotations.NullMarked;
