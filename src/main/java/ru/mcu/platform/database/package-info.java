/** The database of a demonstration or a small town: PostgreSQL that the application starts and stops itself. */
@org.jspecify.annotations.NullMarked
package ru.mcu.platform.database;
