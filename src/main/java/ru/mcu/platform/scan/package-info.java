/** Files of strangers are looked at by an antivirus before anybody opens them. */
@NullMarked
package ru.mcu.platform.scan;

import org.jspecify.annotations.NullMarked;
