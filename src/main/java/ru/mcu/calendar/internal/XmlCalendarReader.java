package ru.mcu.calendar.internal;

import java.io.InputStream;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import ru.mcu.calendar.CalendarDay;
import ru.mcu.calendar.CalendarFileException;

/**
 * Reads the xmlcalendar format and our overlay of it.
 *
 * <p>A year: {@code <calendar year="2026">} with {@code <day d="MM.DD" t="…" h="…" f="MM.DD"/>}, where t is 1 off, 2
 * shortened, 3 worked; h names a holiday, f the day that was moved. An overlay: {@code <overlay>} with {@code <day
 * d="YYYY.MM.DD" t="…" title="…"/>}. Document types and external entities are refused.
 */
final class XmlCalendarReader {

    private static final Pattern DATE = Pattern.compile("(?:(\\d{4})\\.)?(\\d{1,2})\\.(\\d{1,2})");
    private static final Pattern YEAR_IN_NAME = Pattern.compile("-(\\d{4})\\.xml$");

    private final String fileName;
    private final Map<String, String> holidays = new HashMap<>();
    private final List<RawDay> rawDays = new ArrayList<>();
    private @Nullable Integer year;
    private boolean rootSeen;

    private XmlCalendarReader(String fileName) {
        this.fileName = fileName;
    }

    /** Reads one file; the stream stays open. Every error names the file and the line. */
    static CalendarFile read(InputStream in, String fileName) {
        return new XmlCalendarReader(fileName).read(in);
    }

    private CalendarFile read(InputStream in) {
        try {
            XMLStreamReader xml = safeFactory().createXMLStreamReader(in);
            while (xml.hasNext()) {
                int event = xml.next();
                if (event == XMLStreamConstants.DTD) {
                    throw problem(line(xml), "объявление DOCTYPE запрещено, удалите его");
                }
                if (event == XMLStreamConstants.START_ELEMENT) {
                    element(xml);
                }
            }
        } catch (XMLStreamException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNumber();
            throw new CalendarFileException(
                    fileName + ", строка " + line + ": файл не является правильным XML, исправьте разметку", e);
        }
        return new CalendarFile(year, days());
    }

    private static XMLInputFactory safeFactory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("external entities are refused");
        });
        return factory;
    }

    private void element(XMLStreamReader xml) {
        String name = xml.getLocalName();
        if (!rootSeen) {
            root(xml, name);
            return;
        }
        switch (name) {
            case "holidays", "days" -> {}
            case "holiday" -> holidays.put(required(xml, "id"), required(xml, "title"));
            case "day" ->
                rawDays.add(new RawDay(
                        line(xml),
                        required(xml, "d"),
                        required(xml, "t"),
                        xml.getAttributeValue(null, "h"),
                        xml.getAttributeValue(null, "f"),
                        xml.getAttributeValue(null, "title")));
            default -> throw problem(line(xml), "неизвестный элемент <" + name + ">");
        }
    }

    private void root(XMLStreamReader xml, String name) {
        rootSeen = true;
        if (name.equals("overlay")) {
            return;
        }
        if (!name.equals("calendar")) {
            throw problem(line(xml), "ожидался элемент <calendar> или <overlay>, а стоит <" + name + ">");
        }
        String text = required(xml, "year");
        if (!text.matches("[12]\\d{3}")) {
            throw problem(line(xml), "год «" + text + "» должен состоять из четырёх цифр");
        }
        Matcher inName = YEAR_IN_NAME.matcher(fileName);
        if (inName.find() && !text.equals(inName.group(1))) {
            throw problem(line(xml), "в файле указан год " + text + ", а в имени файла " + inName.group(1));
        }
        year = Integer.valueOf(text);
    }

    private Map<LocalDate, CalendarDay> days() {
        if (rawDays.isEmpty()) {
            throw problem(1, "в календаре нет ни одного дня <day>");
        }
        Map<LocalDate, CalendarDay> days = new TreeMap<>();
        for (RawDay raw : rawDays) {
            CalendarDay day = day(raw);
            if (days.put(day.date(), day) != null) {
                throw problem(raw.line(), "день «" + raw.d() + "» указан дважды");
            }
        }
        return days;
    }

    private CalendarDay day(RawDay raw) {
        LocalDate date = date(raw.d(), raw.line());
        return switch (raw.t()) {
            case "1" -> CalendarDay.off(date, reasonOfRest(raw, date));
            case "2" -> CalendarDay.shortened(date);
            case "3" -> CalendarDay.worked(date);
            default -> throw problem(raw.line(), "вид дня t=«" + raw.t() + "» неизвестен; допустимо 1, 2 или 3");
        };
    }

    private String reasonOfRest(RawDay raw, LocalDate date) {
        if (raw.title() != null) {
            return raw.title();
        }
        if (raw.h() != null) {
            @Nullable String title = holidays.get(raw.h());
            if (title == null) {
                throw problem(raw.line(), "праздника с номером h=«" + raw.h() + "» нет в списке <holidays>");
            }
            return title;
        }
        if (raw.f() != null) {
            return "выходной, перенесён с " + Russian.day(date(raw.f(), raw.line()), date.getYear());
        }
        return CalendarDay.isWeekend(date) ? "выходные" : "нерабочий день";
    }

    private LocalDate date(String text, int line) {
        Matcher parts = DATE.matcher(text);
        boolean yearGiven = parts.matches() && parts.group(1) != null;
        if (!parts.matches() || yearGiven == (year != null)) {
            throw problem(line, "дата «" + text + "» должна иметь вид " + (year != null ? "ММ.ДД" : "ГГГГ.ММ.ДД"));
        }
        try {
            return LocalDate.of(
                    year != null ? year : Integer.parseInt(parts.group(1)),
                    Integer.parseInt(parts.group(2)),
                    Integer.parseInt(parts.group(3)));
        } catch (DateTimeException e) {
            throw new CalendarFileException(
                    where(line) + "даты «" + text + "» не бывает (сначала месяц, потом день)", e);
        }
    }

    private String required(XMLStreamReader xml, String attribute) {
        @Nullable String value = xml.getAttributeValue(null, attribute);
        if (value == null || value.isBlank()) {
            throw problem(line(xml), "у <" + xml.getLocalName() + "> нет атрибута " + attribute);
        }
        return value.strip();
    }

    private static int line(XMLStreamReader xml) {
        return xml.getLocation().getLineNumber();
    }

    private String where(int line) {
        return fileName + ", строка " + line + ": ";
    }

    private CalendarFileException problem(int line, String message) {
        return new CalendarFileException(where(line) + message);
    }

    private record RawDay(
            int line,
            String d,
            String t,
            @Nullable String h,
            @Nullable String f,
            @Nullable String title) {}
}
