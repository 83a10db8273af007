/** Tests of the directory: package web. */
@NullMarked
package ru.mcu.directory.web;

import org.jspecify.annotations.NullMarked;
