/** Tests of the public survey page. */
@NullMarked
package ru.mcu.survey.web;

import org.jspecify.annotations.NullMarked;
