/** Tests of the REST of messages. */
@NullMarked
package ru.mcu.message.web;

import org.jspecify.annotations.NullMarked;
