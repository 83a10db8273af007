/** Reads, checks and deploys the models and forms that a city edits. */
@NullMarked
package ru.mcu.platform.deploy;

import org.jspecify.annotations.NullMarked;
