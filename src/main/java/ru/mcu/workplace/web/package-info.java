/** The REST behind forms and plugins; the same login as Tasklist. */
@NullMarked
package ru.mcu.workplace.web;

import org.jspecify.annotations.NullMarked;
