/** Makes a stranger's picture safe to keep: recognised by its bytes, decoded, turned upright and encoded anew. */
@NamedInterface("photo")
@NullMarked
package ru.mcu.survey.photo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
