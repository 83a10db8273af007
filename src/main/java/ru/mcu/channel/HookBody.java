package ru.mcu.channel;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What came to a hook, read no further than an event may be long: anybody can call a hook with anything. */
public final class HookBody {

    private static final int LONGEST = 1024 * 1024;
    private static final int SAMPLE = 4 * 1024;

    private final byte[] bytes;
    private final boolean tooLong;

    private HookBody(byte[] bytes, boolean tooLong) {
        this.bytes = bytes;
        this.tooLong = tooLong;
    }

    /** Reads at most one megabyte and a byte. */
    public static HookBody read(InputStream request) throws IOException {
        byte[] read = request.readNBytes(LONGEST + 1);
        return new HookBody(read, read.length > LONGEST);
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    /** The beginning: enough for a look, little enough for strangers not to fill the database with it. */
    public byte[] sample() {
        return Arrays.copyOf(bytes, Math.min(bytes.length, SAMPLE));
    }

    public boolean isTooLong() {
        return tooLong;
    }

    /** The event as a JSON object in UTF-8; null when it is none. */
    public @Nullable JsonNode json(ObjectMapper json) {
        try {
            JsonNode event = json.readerFor(JsonNode.class)
                    .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .readValue(bytes);
            return event != null && event.isObject() ? event : null;
        } catch (IOException e) {
            return null;
        }
    }

    /** Whether the caller knows the secret; takes as long for a nearly right one as for a wrong one. */
    public static boolean knows(@Nullable String given, String secret) {
        return given != null
                && MessageDigest.isEqual(
                        given.getBytes(StandardCharsets.UTF_8), secret.getBytes(StandardCharsets.UTF_8));
    }
}
