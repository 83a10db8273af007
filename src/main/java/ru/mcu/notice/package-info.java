/** Tells staff what concerns them, where and when each of them wants to hear it. */
@NullMarked
@ApplicationModule(displayName = "Уведомления")
package ru.mcu.notice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
