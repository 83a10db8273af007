/** MAX: messages to the city's bot and answers as replies, by a client that is generated from the API's description. */
@NullMarked
package ru.mcu.channel.max;

import org.jspecify.annotations.NullMarked;
