/** What the application costs the database: counts of statements, transactions and written log, not seconds. */
@NullMarked
package ru.mcu.cost;

import org.jspecify.annotations.NullMarked;
