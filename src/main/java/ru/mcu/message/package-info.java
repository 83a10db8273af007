/** The citizen's message: intake, triage, drafts and their versions, approvals, publication, closing. */
@NullMarked
@ApplicationModule(displayName = "Сообщение")
package ru.mcu.message;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
