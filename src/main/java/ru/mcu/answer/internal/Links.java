package ru.mcu.answer.internal;

import java.net.IDN;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Finds links in a text, with or without a scheme, and names the host a reader would really land on. */
final class Links {

    record Link(int from, int to, String host) {}

    private static final Pattern WITH_SCHEME =
            Pattern.compile("(?i)(?:https?|ftp)://([^\\s/?#<>«»\"]{1,255}+)[^\\s<>«»\"]{0,2000}+");

    private static final int LONGEST_HOST = 255;

    private final Pattern bare;

    Links(Collection<String> topLevelDomains) {
        this.bare = Pattern.compile(
                "((?:[\\p{L}\\d-]{1,63}\\.){1,8}(?:"
                        + String.join(
                                "|",
                                topLevelDomains.stream().map(Pattern::quote).toList())
                        + "))(?![\\p{L}\\d@-])(?:[/?#][^\\s<>«»\"]{0,2000}+)?",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    List<Link> in(String text) {
        var links = new ArrayList<Link>();
        int end = 0;
        for (var found = WITH_SCHEME.matcher(text); found.find(); end = found.end()) {
            bareIn(text, end, found.start(), links);
            links.add(new Link(found.start(), found.end(), host(found.group(1))));
        }
        bareIn(text, end, text.length(), links);
        return links;
    }

    /** Only where a dot joins two words a host can stand; each run of such words is looked at once. */
    private void bareIn(String text, int from, int to, List<Link> links) {
        var found = bare.matcher(text).useTransparentBounds(true);
        for (int dot = text.indexOf('.', from); dot >= 0 && dot < to - 1; ) {
            int start = dot;
            while (start > from && isHostPart(text.charAt(start - 1))) {
                start--;
            }
            int end = dot + 1;
            while (end < to && isHostPart(text.charAt(end))) {
                end++;
            }
            boolean apart = start == 0 || "@/_".indexOf(text.charAt(start - 1)) < 0;
            if (apart
                    && start < dot
                    && end - start <= LONGEST_HOST
                    && found.region(start, to).lookingAt()) {
                links.add(new Link(found.start(), found.end(), host(found.group(1))));
                end = found.end();
            }
            dot = text.indexOf('.', end);
        }
    }

    private static boolean isHostPart(char c) {
        return Character.isLetterOrDigit(c) || c == '-' || c == '.';
    }

    /** What stands before «@» is a user name and after «:» a port, however much it looks like a known site. */
    private static String host(String authority) {
        var host = authority.substring(authority.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
        int port = host.indexOf(':');
        host = port < 0 ? host : host.substring(0, port);
        while (!host.isEmpty() && !Character.isLetterOrDigit(host.charAt(host.length() - 1))) {
            host = host.substring(0, host.length() - 1);
        }
        return host.startsWith("xn--") || host.contains(".xn--") ? IDN.toUnicode(host) : host;
    }
}
