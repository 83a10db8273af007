package ru.mcu.channel.telegram;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ru.mcu.channel.RemoteFile;
import ru.mcu.channel.RemoteFile.Kind;
import ru.mcu.channel.telegram.TelegramUpdate.File;
import ru.mcu.channel.telegram.TelegramUpdate.Message;

/** The files of a message, of a picture the largest size only. */
final class TelegramFiles {

    private TelegramFiles() {}

    static List<RemoteFile> of(Message message) {
        List<RemoteFile> files = new ArrayList<>();
        if (message.photo() != null) {
            message.photo().stream()
                    .max(Comparator.comparingLong((File size) -> (long) size.width() * size.height())
                            .thenComparing(size -> size.fileSize() == null ? 0 : size.fileSize()))
                    .ifPresent(largest -> add(files, Kind.PHOTO, largest));
        }
        add(files, Kind.VIDEO, message.video());
        add(files, Kind.VIDEO, message.videoNote());
        add(files, Kind.VOICE, message.voice());
        add(files, Kind.VOICE, message.audio());
        add(files, Kind.DOCUMENT, message.document());
        return files;
    }

    private static void add(List<RemoteFile> files, Kind kind, @Nullable File file) {
        if (file != null && file.fileId() != null) {
            String key = file.fileUniqueId() == null ? file.fileId() : file.fileUniqueId();
            files.add(new RemoteFile(key, kind, file.fileId(), file.fileName(), file.fileSize()));
        }
    }
}
