/** Where the model of the survey meets its domain. */
@NullMarked
package ru.mcu.survey.process;

import org.jspecify.annotations.NullMarked;
