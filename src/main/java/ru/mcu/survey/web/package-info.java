/** The public survey page: opened by a one-time link, without login and without scripts. */
@NullMarked
package ru.mcu.survey.web;

import org.jspecify.annotations.NullMarked;
