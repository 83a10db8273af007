/** The answer standard: checks drafts of answers to citizens, finds personal data and offers answer templates. */
@ApplicationModule(displayName = "Стандарт ответа")
@NullMarked
package ru.mcu.answer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
