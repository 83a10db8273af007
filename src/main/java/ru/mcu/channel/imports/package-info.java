/** What both exports share: rows in batches, a report, progress. */
@NullMarked
package ru.mcu.channel.imports;

import org.jspecify.annotations.NullMarked;
