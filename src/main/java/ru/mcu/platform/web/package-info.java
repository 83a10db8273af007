/** Answers to browsers that belong to no module: problem details and the start page. */
@NullMarked
package ru.mcu.platform.web;

import org.jspecify.annotations.NullMarked;
