/** Tests of the message's pages. */
@org.jspecify.annotations.NullMarked
package ru.mcu.message.web;
