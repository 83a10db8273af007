/** Files that citizens send: fetched in the background, from public addresses only, within limits. */
@NullMarked
package ru.mcu.channel.media;

import org.jspecify.annotations.NullMarked;
