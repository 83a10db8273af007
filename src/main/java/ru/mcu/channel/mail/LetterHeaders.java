package ru.mcu.channel.mail;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.ContentDisposition;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MailDateFormat;
import jakarta.mail.internet.ParseException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;
import org.jspecify.annotations.Nullable;

/** The header lines of a letter or of a part, in whatever encoding they came. */
final class LetterHeaders {

    private static final Pattern ADDRESS = Pattern.compile("[^\\s<>\"(),;:@]{1,100}@[^\\s<>\"(),;:@]{1,200}");
    private static final Pattern ID = Pattern.compile("<[^<>\\s]{3,300}>");
    private static final Pattern FILE_NAME = Pattern.compile("(?i)name\\s*=\\s*\"?([^\";\\r\\n]{1,300})");

    private final Map<String, List<byte[]>> values = new LinkedHashMap<>();

    void add(String name, byte[] value) {
        values.computeIfAbsent(name.toLowerCase(Locale.ROOT), key -> new ArrayList<>())
                .add(value);
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    /** The first line of this name, unfolded; encoded words stay as they are. Empty when there is none. */
    String raw(String name, @Nullable String charset) {
        List<byte[]> lines = values.get(name);
        return lines == null
                ? ""
                : LetterCharset.decode(lines.get(0), charset)
                        .replaceAll("\\r?\\n[ \\t]*", " ")
                        .strip();
    }

    String ascii(String name) {
        return raw(name, null);
    }

    /** The first line of this name for people. */
    String text(String name, @Nullable String charset) {
        return decoded(raw(name, charset));
    }

    Letter.@Nullable Sender sender(String name, @Nullable String charset) {
        String line = raw(name, charset);
        try {
            for (InternetAddress address : InternetAddress.parseHeader(line, false)) {
                if (address.getAddress() != null
                        && ADDRESS.matcher(address.getAddress()).matches()) {
                    String person = personal(address);
                    return new Letter.Sender(person.isEmpty() ? null : cut(person, 200), address.getAddress());
                }
            }
        } catch (AddressException broken) {
            return plainAddress(line);
        }
        return plainAddress(line);
    }

    private static String personal(InternetAddress address) {
        String name = address.getPersonal();
        return name == null ? "" : decoded(name).strip();
    }

    private static Letter.@Nullable Sender plainAddress(String line) {
        Matcher found = ADDRESS.matcher(line);
        return found.find() ? new Letter.Sender(null, found.group()) : null;
    }

    /** Message-IDs in a line of this name, in their order. */
    List<String> ids(String name) {
        return ID.matcher(ascii(name))
                .results()
                .map(it -> it.group())
                .limit(100)
                .toList();
    }

    @Nullable
    Instant date() {
        try {
            java.util.Date date = new MailDateFormat().parse(ascii("date"));
            return date == null ? null : date.toInstant();
        } catch (java.text.ParseException broken) {
            return null;
        }
    }

    /** The name of the file that a part holds; null for a part that is no file. */
    @Nullable
    String fileName(@Nullable String charset) {
        String disposition = raw("content-disposition", charset);
        String type = raw("content-type", charset);
        String name = parameter(() -> new ContentDisposition(disposition).getParameter("filename"), disposition);
        if (name == null) {
            name = parameter(() -> new ContentType(type).getParameter("name"), type);
        }
        return name == null ? null : decoded(name);
    }

    private static @Nullable String parameter(Parameter parsed, String line) {
        try {
            String value = parsed.read();
            if (value != null) {
                return value;
            }
        } catch (ParseException broken) {
            Matcher found = FILE_NAME.matcher(line);
            return found.find() ? found.group(1) : null;
        }
        return null;
    }

    private interface Parameter {
        @Nullable
        String read() throws ParseException;
    }

    /** Everything beyond ASCII in these lines, for a guess of the encoding. */
    byte[] bytes(String... names) {
        StringBuilder all = new StringBuilder();
        for (String name : names) {
            values.getOrDefault(name, List.of())
                    .forEach(line -> all.append(new String(line, StandardCharsets.ISO_8859_1))
                            .append('\n'));
        }
        return all.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String decoded(String words) {
        try {
            return words.contains("=?") ? DecoderUtil.decodeEncodedWords(words, DecodeMonitor.SILENT) : words;
        } catch (IllegalArgumentException unknownCharset) {
            return words;
        }
    }

    private static String cut(String text, int most) {
        return text.length() > most ? text.substring(0, most) : text;
    }
}
