package ru.mcu.channel.mail;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RecursionMode;
import org.apache.james.mime4j.util.ByteSequence;
import org.jspecify.annotations.Nullable;
import ru.mcu.channel.EnclosedFile;
import ru.mcu.channel.InboundAdapter.Unreadable;

/** Takes a letter apart, one part at a time, and gives up as soon as it is more than a person would send. */
final class LetterParts {

    static final int MOST_PARTS = 200;
    static final int DEEPEST = 20;
    private static final int LONGEST_TEXT = 1024 * 1024;
    private static final int LONGEST_REPORT = 64 * 1024;
    private static final int MOST_FILES = 30;

    /** Smaller pictures inside a page are its ornaments. */
    private static final int ORNAMENT = 4 * 1024;

    private static final MimeConfig LIMITS = MimeConfig.custom()
            .setMaxLineLen(-1)
            .setMaxHeaderLen(64 * 1024)
            .setMaxHeaderCount(1000)
            .build();

    private final Deque<Frame> frames = new ArrayDeque<>();
    private final Frame whole = new Frame("");
    private final List<EnclosedFile> files = new ArrayList<>();
    private final StringBuilder report = new StringBuilder();
    private @Nullable LetterHeaders top;
    private LetterHeaders current = new LetterHeaders();
    private int parts;
    private @Nullable String textCharset;
    private byte @Nullable [] firstText;

    /** One multipart and the words found in it so far. */
    private record Frame(String subtype, List<Words> words) {

        Frame(String subtype) {
            this(subtype, new ArrayList<>());
        }
    }

    private record Words(boolean html, String text) {}

    private LetterParts() {}

    static LetterParts of(byte[] letter) {
        LetterParts parts = new LetterParts();
        try {
            parts.read(letter);
        } catch (MimeException | IOException broken) {
            throw new Unreadable("Письмо устроено так, что его не прочитать: откройте его в почтовом ящике");
        }
        return parts;
    }

    LetterHeaders headers() {
        return top == null ? current : top;
    }

    /** The words of the letter: pages are marked, so that their quotes can be cut as such. */
    List<String> texts(boolean withoutQuotes) {
        List<String> texts = new ArrayList<>();
        for (Words words : whole.words()) {
            texts.add(plain(words, withoutQuotes));
        }
        return texts;
    }

    private static String plain(Words words, boolean withoutQuotes) {
        if (!words.html()) {
            return withoutQuotes
                    ? QuotedHistory.cut(words.text())
                    : words.text().strip();
        }
        HtmlLetter page = new HtmlLetter(words.text());
        if (!withoutQuotes) {
            return page.text();
        }
        String all = page.text();
        String own = page.textWithoutQuotes();
        return QuotedHistory.cut(own.isBlank() ? all : own);
    }

    List<EnclosedFile> files() {
        return files;
    }

    /** What mail servers wrote about another letter. */
    String report() {
        return report.toString();
    }

    /** The encoding that lines of the header without any mark are in, when the words of the letter tell it. */
    @Nullable
    String headerCharset() {
        return LetterCharset.named(textCharset) == null || firstText == null ? null : textCharset;
    }

    byte[] firstText() {
        return firstText == null ? new byte[0] : firstText;
    }

    private void read(byte[] letter) throws MimeException, IOException {
        MimeTokenStream tokens = new MimeTokenStream(LIMITS);
        tokens.setRecursionMode(RecursionMode.M_NO_RECURSE);
        tokens.parse(new ByteArrayInputStream(letter));
        for (EntityState state = tokens.getState(); state != EntityState.T_END_OF_STREAM; state = tokens.next()) {
            switch (state) {
                case T_START_HEADER -> current = new LetterHeaders();
                case T_FIELD -> add(tokens.getField());
                case T_END_HEADER -> top = top == null ? current : top;
                case T_START_BODYPART -> countPart();
                case T_START_MULTIPART -> enter(tokens.getBodyDescriptor().getSubType());
                case T_END_MULTIPART -> leave();
                case T_BODY -> take(tokens);
                default -> {}
            }
        }
        while (!frames.isEmpty()) {
            leave(); // cut off in the middle
        }
    }

    private void add(Field field) {
        ByteSequence raw = field.getRaw();
        byte[] line = raw == null ? field.toString().getBytes(StandardCharsets.UTF_8) : raw.toByteArray();
        int colon = 0;
        while (colon < line.length && line[colon] != ':') {
            colon++;
        }
        int from = Math.min(colon + 1, line.length);
        current.add(field.getName(), java.util.Arrays.copyOfRange(line, from, line.length));
    }

    private void countPart() {
        if (++parts > MOST_PARTS) {
            throw new Unreadable("В письме больше " + MOST_PARTS + " частей: откройте его в почтовом ящике");
        }
    }

    private void enter(String subtype) {
        frames.push(new Frame(subtype));
        if (frames.size() > DEEPEST) {
            throw new Unreadable("Части письма вложены глубже " + DEEPEST + " раз: откройте его в почтовом ящике");
        }
    }

    /** Of the same words written twice one is enough: the plain ones, where there are any. */
    private void leave() {
        Frame done = frames.pop();
        List<Words> words = done.words();
        if (done.subtype().equals("alternative")) {
            List<Words> written =
                    words.stream().filter(it -> !it.text().isBlank()).toList();
            List<Words> plain = written.stream().filter(it -> !it.html()).toList();
            words = plain.isEmpty() ? written : plain;
        }
        inside().words().addAll(words);
    }

    private Frame inside() {
        Frame frame = frames.peek();
        return frame == null ? whole : frame;
    }

    private void take(MimeTokenStream tokens) throws IOException {
        String type = tokens.getBodyDescriptor().getMimeType();
        try (InputStream body = tokens.getDecodedInputStream()) {
            if (type.equals("message/delivery-status")
                    || type.equals("text/rfc822-headers")
                    || inReport() && type.startsWith("message/")) {
                report.append(ascii(body.readNBytes(LONGEST_REPORT))).append('\n');
            } else if (isWords(type)) {
                words(type.equals("text/html"), body.readNBytes(LONGEST_TEXT), declaredCharset());
            } else {
                file(type, body);
            }
        }
    }

    private boolean inReport() {
        return frames.stream().anyMatch(frame -> frame.subtype().equals("report"));
    }

    private boolean isWords(String type) {
        boolean text = type.equals("text/plain") || type.equals("text/html");
        boolean attached = current.ascii("content-disposition")
                .toLowerCase(java.util.Locale.ROOT)
                .startsWith("attachment");
        return text && !attached && current.fileName(null) == null;
    }

    private @Nullable String declaredCharset() {
        try {
            return current.has("content-type")
                    ? new jakarta.mail.internet.ContentType(current.ascii("content-type")).getParameter("charset")
                    : null;
        } catch (jakarta.mail.internet.ParseException broken) {
            return null;
        }
    }

    private void words(boolean html, byte[] bytes, @Nullable String charset) {
        if (firstText == null) {
            firstText = bytes;
            textCharset = charset;
        }
        if (inReport()) {
            report.append(ascii(bytes)).append('\n');
        }
        inside().words().add(new Words(html, LetterCharset.decode(bytes, charset)));
    }

    private void file(String type, InputStream body) throws IOException {
        byte[] content = body.readAllBytes();
        String name = current.fileName(headerCharset());
        boolean ornament = content.length < ORNAMENT
                && type.startsWith("image/")
                && frames.stream().anyMatch(frame -> frame.subtype().equals("related"));
        if (content.length > 0 && !ornament && files.size() < MOST_FILES) {
            String key = "part-" + (files.size() + 1);
            files.add(new EnclosedFile(key, name == null || name.isBlank() ? nameless(type) : name, content));
        }
    }

    private static String nameless(String type) {
        return type.startsWith("message/") ? "письмо.eml" : "файл";
    }

    private static String ascii(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
