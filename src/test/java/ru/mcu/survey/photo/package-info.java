/** Tests of what happens to a photo. */
@NullMarked
package ru.mcu.survey.photo;

import org.jspecify.annotations.NullMarked;
