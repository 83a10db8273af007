package ru.mcu.channel;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import ru.mcu.platform.Channel;

/** Finds where a channel's file can be fetched; channels that name plain addresses need none. */
public interface FileSource {

    Channel channel();

    /**
     * @param handle of a {@link RemoteFile}
     * @throws IOException when the channel does not say now
     */
    URI address(String handle) throws IOException;

    /**
     * The file itself where the channel has it already, as a kept letter has; null where it is to be fetched from its
     * {@link #address}.
     *
     * @throws IOException when the channel does not give it now
     */
    default @Nullable InputStream content(String handle) throws IOException {
        return null;
    }
}
