/** Letters: citizens' ones from a mailbox, answers by SMTP as replies that keep the thread. */
@NullMarked
package ru.mcu.channel.mail;

import org.jspecify.annotations.NullMarked;
