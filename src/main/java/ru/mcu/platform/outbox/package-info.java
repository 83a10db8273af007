/** What leaves the database: written with the decision, delivered once, settled with a receipt. */
@NullMarked
package ru.mcu.platform.outbox;

import org.jspecify.annotations.NullMarked;
