package ru.mcu.channel.media;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import ru.mcu.channel.FileSource;
import ru.mcu.channel.RemoteFile;
import ru.mcu.message.FileSettings;
import ru.mcu.platform.Channel;

/** Gets a file onto the disk: from its address, from where the channel says, or from the channel itself. */
@Component
class Fetching {

    private static final Pattern ADDRESS = Pattern.compile("(?i)https?://.*");

    private final Map<Channel, FileSource> sources;
    private final Downloads downloads;
    private final FileSettings limits;

    Fetching(List<FileSource> sources, Downloads downloads, FileSettings limits) {
        this.sources = sources.stream().collect(Collectors.toMap(FileSource::channel, Function.identity()));
        this.downloads = downloads;
        this.limits = limits;
    }

    /** @throws FetchFailed with the reason for staff */
    void fetch(Wanted file, Path target) throws IOException {
        DataSize largest = largest(file.kind());
        if (file.size() != null && file.size() > largest.toBytes()) {
            throw Downloads.tooLarge(largest);
        }
        if (ADDRESS.matcher(file.handle()).matches()) {
            downloads.fetch(address(file.handle()), target, largest);
        } else {
            fetchThroughChannel(file, target, largest);
        }
    }

    private void fetchThroughChannel(Wanted file, Path target, DataSize largest) throws IOException {
        FileSource source = sources.get(file.channel());
        if (source == null) {
            throw FetchFailed.forNow("канал не подключён");
        }
        try (InputStream content = source.content(file.handle())) {
            if (content == null) {
                downloads.fetch(source.address(file.handle()), target, largest);
            } else {
                Files.copy(new Limited(content, largest), target, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private static URI address(String handle) throws FetchFailed {
        try {
            return URI.create(handle);
        } catch (IllegalArgumentException e) {
            throw FetchFailed.forever("непонятный адрес файла");
        }
    }

    private DataSize largest(RemoteFile.Kind kind) {
        return switch (kind) {
            case PHOTO -> limits.photo();
            case VIDEO -> limits.video();
            case DOCUMENT -> limits.document();
            case VOICE -> limits.voice();
        };
    }
}
