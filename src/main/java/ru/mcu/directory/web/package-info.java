/** The application's own REST of the directory. */
@NullMarked
package ru.mcu.directory.web;

import org.jspecify.annotations.NullMarked;
