package ru.mcu.channel.telegram;

import java.io.IOException;
import java.net.URI;
import java.util.Map;
import org.springframework.stereotype.Component;
import ru.mcu.channel.FileSource;
import ru.mcu.platform.Channel;

/** Asks the Bot API where a file lies; the answer holds for an hour and, like every address of the API, the token. */
@Component
class TelegramFileSource implements FileSource {

    private final TelegramClient client;

    TelegramFileSource(TelegramClient client) {
        this.client = client;
    }

    @Override
    public Channel channel() {
        return Channel.TELEGRAM;
    }

    @Override
    public URI address(String handle) throws IOException {
        TelegramAnswer answer = client.call("getFile", Map.of("file_id", handle));
        String path = answer instanceof TelegramAnswer.Done done
                ? done.result().path("file_path").asText("")
                : "";
        if (path.isEmpty() || path.startsWith("/") || !path.matches("[\\w./-]+")) {
            throw new IOException("Телеграм не отдаёт файл: он больше 20 МБ или уже удалён");
        }
        return client.file(path);
    }
}
