/** Reads the exports of «Инцидент Менеджмент» and ПОС row by row, so that a big file never sits in memory. */
@ApplicationModule(displayName = "Чтение выгрузок")
@NullMarked
package ru.mcu.spreadsheet;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
