/** What every module stands on: the engine and its hardening, deployment of models, security, errors, time and identifiers. */
@NullMarked
@ApplicationModule(displayName = "Платформа", type = ApplicationModule.Type.OPEN)
package ru.mcu.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
