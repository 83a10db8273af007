package ru.mcu.structuring;

import java.text.Normalizer;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeVisitor;

/**
 * Makes a readable text of what channels and exports deliver: no markup, no invisible characters, Russian quotation
 * marks. The caller keeps the original.
 */
public final class TextCleaner {

    /** Longer texts are refused. */
    public static final int MAX_CHARS = 100_000;

    /** Accents on one letter; towers of them cost quadratic time in normalisation. */
    private static final int MAX_MARKS = 4;

    private static final Set<String> BLOCKS = Set.of(
            "p", "div", "br", "li", "ul", "ol", "tr", "table", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "hr");
    private static final Set<String> INVISIBLE = Set.of("script", "style", "head", "title", "template", "noscript");
    private static final Pattern MENTION =
            Pattern.compile("\\[(?:id|club|public|event)\\d{1,12}(?::[\\w-]{1,40})?\\|([^\\]\\[|\\n]{1,200})\\]");

    private TextCleaner() {}

    /**
     * The clean text, possibly empty.
     *
     * @throws TextTooLong above {@value #MAX_CHARS} characters
     */
    public static String clean(String raw) {
        if (raw.length() > MAX_CHARS) {
            throw new TextTooLong(raw.length(), MAX_CHARS);
        }
        String text = withoutMarkup(raw);
        text = Normalizer.normalize(visible(text), Normalizer.Form.NFC);
        text = MENTION.matcher(text).replaceAll("$1");
        return quoted(spaced(withoutApostrophe(text)));
    }

    private static String withoutMarkup(String raw) {
        if (raw.indexOf('<') < 0 && raw.indexOf('&') < 0) {
            return raw;
        }
        StringBuilder out = new StringBuilder(raw.length());
        // The XML parser knows HTML's entities and, unlike the HTML one, never restructures what it reads.
        Parser.xmlParser().parseInput(raw, "").traverse(new NodeVisitor() {
            private int hidden;

            @Override
            public void head(Node node, int depth) {
                if (INVISIBLE.contains(node.normalName())) {
                    hidden++;
                } else if (node instanceof TextNode text && hidden == 0) {
                    out.append(text.getWholeText());
                } else if (BLOCKS.contains(node.normalName())) {
                    out.append('\n');
                }
            }

            @Override
            public void tail(Node node, int depth) {
                if (INVISIBLE.contains(node.normalName())) {
                    hidden--;
                } else if (BLOCKS.contains(node.normalName())
                        && !node.normalName().equals("br")) {
                    out.append('\n');
                }
            }
        });
        return out.toString();
    }

    private static String visible(String text) {
        StringBuilder out = new StringBuilder(text.length());
        int[] marks = {0};
        text.codePoints().forEach(c -> {
            int type = Character.getType(c);
            boolean mark = type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
            marks[0] = mark ? marks[0] + 1 : 0;
            if (marks[0] > MAX_MARKS) {
                return;
            }
            switch (type) {
                case Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED -> {}
                case Character.CONTROL -> {
                    if (c == '\n' || c == '\r' || c == '\u0085') {
                        out.append('\n');
                    } else if (c == '\t') {
                        out.append(' ');
                    }
                }
                case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> out.append('\n');
                case Character.SPACE_SEPARATOR -> out.append(' ');
                default -> out.appendCodePoint(c);
            }
        });
        return out.toString();
    }

    private static String withoutApostrophe(String text) {
        String stripped = text.strip();
        return stripped.startsWith("'") ? stripped.substring(1) : stripped;
    }

    /** One space between words, no spaces at line ends, at most one empty line. */
    private static String spaced(String text) {
        StringBuilder out = new StringBuilder(text.length());
        int newlines = 0;
        boolean space = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n') {
                newlines++;
            } else if (c == ' ') {
                space = true;
            } else {
                if (!out.isEmpty()) {
                    out.append(newlines > 1 ? "\n\n" : newlines == 1 ? "\n" : space ? " " : "");
                }
                out.append(c);
                newlines = 0;
                space = false;
            }
        }
        return out.toString();
    }

    /** Portals turn quotation marks into backticks; before a word it opens, elsewhere it closes. */
    private static String quoted(String text) {
        if (text.indexOf('`') < 0) {
            return text;
        }
        StringBuilder out = new StringBuilder(text);
        for (int i = 0; i < out.length(); i++) {
            if (out.charAt(i) == '`') {
                boolean opens = i == 0 || " \n([«-—".indexOf(out.charAt(i - 1)) >= 0;
                out.setCharAt(i, opens ? '«' : '»');
            }
        }
        return out.toString();
    }
}
