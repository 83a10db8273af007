/** Tests of what leaves the database. */
@org.jspecify.annotations.NullMarked
package ru.mcu.platform.outbox;
