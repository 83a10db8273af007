package ru.mcu.calendar.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import ru.mcu.calendar.CalendarDay;
import ru.mcu.calendar.CalendarFileException;

/** The folder {@code config/calendars}: finds the files of the named calendars and reads them in order. */
public final class CalendarFiles {

    private CalendarFiles() {}

    /**
     * Reads the named calendars.
     *
     * @param names «ru» stands for {@code ru.xml} and every {@code ru-<year>.xml}; the later name wins on the same day
     * @throws CalendarFileException when a name has no file or a file cannot be used
     */
    public static CalendarSource read(Path folder, List<String> names) {
        Map<Integer, Map<LocalDate, CalendarDay>> years = new HashMap<>();
        Map<LocalDate, CalendarDay> overlay = new HashMap<>();
        for (String name : names) {
            for (Path path : filesOf(folder, name)) {
                CalendarFile file = read(path);
                if (file.year() == null) {
                    overlay.putAll(file.days());
                } else {
                    years.put(file.year(), file.days());
                }
            }
        }
        return new CalendarSource(years, overlay);
    }

    private static List<Path> filesOf(Path folder, String name) {
        String base = name.strip().replaceFirst("\\.xml$", "");
        Pattern wanted = Pattern.compile(Pattern.quote(base) + "(-\\d{4})?\\.xml");
        List<Path> found = List.of();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                found = files.filter(file ->
                                wanted.matcher(file.getFileName().toString()).matches())
                        .sorted()
                        .toList();
            } catch (IOException e) {
                throw new CalendarFileException("Папка календарей " + folder + " не читается. Проверьте права.", e);
            }
        }
        if (found.isEmpty()) {
            throw new CalendarFileException("Календарь «" + name + "» не найден: в папке " + folder + " нет файла "
                    + base + ".xml или " + base + "-<год>.xml. Положите файл или исправьте список календарей города.");
        }
        return found;
    }

    private static CalendarFile read(Path path) {
        try (InputStream in = Files.newInputStream(path)) {
            return XmlCalendarReader.read(in, path.getFileName().toString());
        } catch (IOException e) {
            throw new CalendarFileException("Файл календаря " + path + " не читается. Проверьте права.", e);
        }
    }
}
