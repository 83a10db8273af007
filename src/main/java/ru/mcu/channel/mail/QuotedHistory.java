package ru.mcu.channel.mail;

import java.util.List;
import java.util.regex.Pattern;

/** Cuts off the letters that a reply carries below its own words. */
final class QuotedHistory {

    /** Longer lines are words, whatever they begin with. */
    private static final int LONGEST_MARK = 300;

    private static final int HEADER_BLOCK = 6;

    private static final Pattern DIVIDER = Pattern.compile(
            "(?iu)^[-–—_ ]{2,40}(original message|исходное сообщение|пересылаемое сообщение|пересылаемое письмо"
                    + "|forwarded message|конец пересылаемого сообщения|начало переадресованного сообщения)[-–—_ ]{0,40}$");
    private static final Pattern WROTE = Pattern.compile(
            "(?iu)^.{0,250}\\b(wrote|пишет|писал|писала|писал\\(а\\)|написал|написала|написал\\(а\\))\\s?:$");
    private static final Pattern FROM = Pattern.compile("(?iu)^\\*?(from|от|от кого|отправитель):\\*?\\s.*");
    private static final Pattern OTHER_HEADER =
            Pattern.compile("(?iu)^\\*?(sent|date|to|subject|отправлено|дата|кому|тема):\\*?\\s.*");

    private QuotedHistory() {}

    /** The words above the history; all of the text when there would be none left. */
    static String cut(String text) {
        List<String> lines = text.lines().toList();
        int end = 0;
        while (end < lines.size() && !beginsHistory(lines, end)) {
            end++;
        }
        while (end > 0 && isQuotedOrEmpty(lines.get(end - 1))) {
            end--;
        }
        String own = String.join("\n", lines.subList(0, end)).strip();
        return own.isEmpty() ? text.strip() : own;
    }

    private static boolean beginsHistory(List<String> lines, int at) {
        String line = lines.get(at).strip();
        if (line.length() > LONGEST_MARK) {
            return false;
        }
        return DIVIDER.matcher(line).matches()
                || isAttribution(lines, at, line)
                || FROM.matcher(line).matches() && isHeaderBlock(lines, at);
    }

    /** «12 января, Иван пишет:», on one line or broken into two; in front of quoted lines or at the end. */
    private static boolean isAttribution(List<String> lines, int at, String line) {
        if (line.startsWith(">") || line.isEmpty()) {
            return false;
        }
        if (WROTE.matcher(line).matches()) {
            return hasDateOrAddress(line) || nextIsQuoted(lines, at + 1);
        }
        String next = at + 1 < lines.size() ? lines.get(at + 1).strip() : "";
        String both = line + " " + next;
        return both.length() <= LONGEST_MARK
                && hasDateOrAddress(line)
                && WROTE.matcher(both).matches()
                && nextIsQuoted(lines, at + 2);
    }

    private static boolean hasDateOrAddress(String line) {
        return line.contains("@") || line.matches("(?s).*\\d{1,2}[.:/ ].*");
    }

    private static boolean nextIsQuoted(List<String> lines, int from) {
        return lines.stream()
                .skip(from)
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .findFirst()
                .map(line -> line.startsWith(">"))
                .orElse(true);
    }

    private static boolean isHeaderBlock(List<String> lines, int at) {
        return lines.stream()
                        .skip(at + 1L)
                        .limit(HEADER_BLOCK)
                        .filter(line -> line.length() <= LONGEST_MARK)
                        .filter(line -> OTHER_HEADER.matcher(line.strip()).matches())
                        .count()
                >= 2;
    }

    private static boolean isQuotedOrEmpty(String line) {
        String plain = line.strip();
        return plain.isEmpty() || plain.startsWith(">");
    }
}
