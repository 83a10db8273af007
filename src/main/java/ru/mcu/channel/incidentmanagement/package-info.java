/** Exports of «Инцидент Менеджмент». */
@NullMarked
package ru.mcu.channel.incidentmanagement;

import org.jspecify.annotations.NullMarked;
