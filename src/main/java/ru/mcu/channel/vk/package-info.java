/** ВКонтакте: comments under the community's posts and its dialogues, and answers to both. */
@NullMarked
package ru.mcu.channel.vk;

import org.jspecify.annotations.NullMarked;
