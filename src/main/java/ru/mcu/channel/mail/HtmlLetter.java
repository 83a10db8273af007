package ru.mcu.channel.mail;

import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** The words of a letter that was written as a page. */
final class HtmlLetter {

    private static final Set<String> BLOCKS = Set.of(
            "p", "div", "br", "li", "ul", "ol", "tr", "table", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "hr");

    /** Where mail programs put the letter that is answered. */
    private static final String QUOTES = "blockquote[type=cite], .gmail_quote, .moz-cite-prefix, .yahoo_quoted,"
            + " #divRplyFwdMsg, #divRplyFwdMsg ~ *, #appendonsend ~ *, div[class*=mail-quote], #mail-app-auto-quote,"
            + " blockquote[style*=border-left]";

    private final Document page;

    HtmlLetter(String html) {
        page = Jsoup.parse(html);
        page.select("head, script, style, title, template, noscript").remove();
    }

    String text() {
        StringBuilder out = new StringBuilder();
        page.traverse(new NodeVisitor() {
            @Override
            public void head(Node node, int depth) {
                if (node instanceof TextNode text) {
                    out.append(text.getWholeText().replaceAll("[\\s\\u00A0]+", " "));
                } else if (BLOCKS.contains(node.normalName())) {
                    newLine(node);
                }
            }

            @Override
            public void tail(Node node, int depth) {
                if (node instanceof Element element && BLOCKS.contains(element.normalName()) && !isBreak(element)) {
                    newLine(element);
                }
            }

            private void newLine(Node block) {
                if (isBreak(block) || !out.isEmpty() && out.charAt(out.length() - 1) != '\n') {
                    out.append('\n');
                }
            }
        });
        return out.toString()
                .replaceAll("[ \\t\\u00A0]*\\n[ \\t\\u00A0]*", "\n")
                .replaceAll("\\n{3,}", "\n\n")
                .strip();
    }

    /** The same without the letter that it answers. */
    String textWithoutQuotes() {
        page.select(QUOTES).remove();
        return text();
    }

    private static boolean isBreak(Node element) {
        return element.normalName().equals("br");
    }
}
