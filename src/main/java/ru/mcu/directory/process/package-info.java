/** The directory's side of the engine: users, groups, authorizations, shipped filters and the handing over of tasks. */
@NullMarked
package ru.mcu.directory.process;

import org.jspecify.annotations.NullMarked;
