/** Tests of the embedded database. */
@org.jspecify.annotations.NullMarked
package ru.mcu.platform.database;
