/** What a person chooses about his notices. */
@NullMarked
package ru.mcu.notice.web;

import org.jspecify.annotations.NullMarked;
