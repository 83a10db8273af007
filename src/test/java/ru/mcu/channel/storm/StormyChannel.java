package ru.mcu.channel.storm;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ru.mcu.channel.Mischief;

/** A channel with its local server, as the storm needs it. Citizens are numbered; each writes one thing. */
interface StormyChannel extends AutoCloseable {

    String code();

    /** Arguments that connect the application to the server. */
    List<String> settings();

    /** Where events are posted. */
    String hook();

    /** What an event carries to prove where it comes from. */
    default Map<String, String> headers() {
        return Map.of();
    }

    /** @param event tells one event from the next; the same citizen's words may come in several events */
    String written(int citizen, int event, String text);

    String edited(int citizen, int event, String text);

    /** Null where the channel does not tell of deletions. */
    @Nullable
    String deleted(int citizen, int event);

    /** Where the answer to a citizen goes. */
    String thread(int citizen);

    /** Texts that citizens see, as often as they see them. */
    List<String> accepted();

    /** Whether the channel knows a repeated text, or lets us look; otherwise a person decides on a doubtful one. */
    boolean settlesDoubts();

    void misbehave(Mischief mischief);

    @Override
    void close();
}
