/** Who may call what: one filter chain per kind of caller, all against the engine's users and groups. */
@NullMarked
package ru.mcu.platform.security;

import org.jspecify.annotations.NullMarked;
