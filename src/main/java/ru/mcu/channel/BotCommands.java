package ru.mcu.channel;

import ru.mcu.platform.Channel;

/** Takes what staff tell a bot in private, such as {@code /start <code>}, so that it does not become a message. */
public interface BotCommands {

    /**
     * Called within the transaction of the event, again after a failure.
     *
     * @param channel whose bot it is
     * @param chatId where an answer to this person goes
     * @param text begins with a slash
     * @return whether it was a command of this taker
     */
    boolean take(Channel channel, long chatId, String text);
}
