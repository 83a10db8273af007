/** Asks the author of a message how well it was answered and keeps the mark (Stavropol III.7.3, Rubtsovsk 2.2.8.4). */
@ApplicationModule(displayName = "Опрос об удовлетворённости")
@NullMarked
package ru.mcu.survey;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
