package ru.mcu.channel.max;

import java.io.IOException;
import java.net.URI;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import ru.max.bot.ApiException;
import ru.max.bot.VideoUrls;
import ru.mcu.channel.FileSource;
import ru.mcu.platform.Channel;

/** Asks MAX where a video lies; all other files have addresses of their own. */
@Component
class MaxFileSource implements FileSource {

    private final MaxClient client;

    MaxFileSource(MaxClient client) {
        this.client = client;
    }

    @Override
    public Channel channel() {
        return Channel.MAX;
    }

    @Override
    public URI address(String handle) throws IOException {
        return URI.create(
                handle.startsWith(MaxFiles.VIDEO) ? video(handle.substring(MaxFiles.VIDEO.length())) : handle);
    }

    private String video(String token) throws IOException {
        try {
            VideoUrls urls = client.messages().getVideoAttachmentDetails(token).getUrls();
            return Stream.of(
                            urls.getMp4720(),
                            urls.getMp4480(),
                            urls.getMp41080(),
                            urls.getMp4360(),
                            urls.getMp4240(),
                            urls.getMp4144())
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElseThrow(() -> new IOException("МАХ ещё не подготовил видео"));
        } catch (ApiException e) {
            throw new IOException("МАХ не отдаёт видео (" + e.getCode() + ")");
        }
    }
}
