/** Telegram: messages to the city's bot, comments under the posts of its channel, answers as replies. */
@NullMarked
package ru.mcu.channel.telegram;

import org.jspecify.annotations.NullMarked;
