package ru.mcu.channel;

import java.io.IOException;
import java.net.URI;
import ru.mcu.platform.Channel;

/** Finds where a channel's file can be fetched; channels that name plain addresses need none. */
public interface FileSource {

    Channel channel();

    /**
     * @param handle of a {@link RemoteFile}
     * @throws IOException when the channel does not say now
     */
    URI address(String handle) throws IOException;
}
