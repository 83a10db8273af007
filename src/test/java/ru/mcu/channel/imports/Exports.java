package ru.mcu.channel.imports;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/** Exports of the two federal systems, made for tests. */
public final class Exports {

    private Exports() {}

    /** A workbook of rows; the first row's keys are the header unless another order is given. */
    public static byte[] xlsx(List<String> header, Iterable<? extends Map<String, String>> rows) {
        try (SXSSFWorkbook book = new SXSSFWorkbook(100);
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            var sheet = book.createSheet("Лист1");
            var first = sheet.createRow(0);
            for (int c = 0; c < header.size(); c++) {
                first.createCell(c).setCellValue(header.get(c));
            }
            int r = 1;
            for (Map<String, String> row : rows) {
                var line = sheet.createRow(r++);
                for (int c = 0; c < header.size(); c++) {
                    String value = row.get(header.get(c));
                    if (value != null) {
                        line.createCell(c).setCellValue(value);
                    }
                }
            }
            book.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** A workbook whose header is all keys that occur. */
    public static byte[] xlsx(List<Map<String, String>> rows) {
        List<String> header = new ArrayList<>();
        rows.forEach(row ->
                row.keySet().stream().filter(key -> !header.contains(key)).forEach(header::add));
        return xlsx(header, rows);
    }

    /** An incident as «Инцидент Менеджмент» writes it: texts begin with an apostrophe, moments are text. */
    public static Map<String, String> incident(String id, String step) {
        Map<String, String> row = new LinkedHashMap<>();
        row.put("ID", id);
        row.put("Номер инцидента", "И-" + id);
        row.put("Отдел", "Управление ЖКХ");
        row.put("Исполнитель", "");
        row.put("Время 1го ответа ПИ", "2026-11-20 10:36:39");
        row.put("Текущий шаг инцидента", step);
        row.put("Дата создания", "2026-11-19 20:06:02");
        row.put("Дата окончания", step.equals("Готово") ? "2026-11-20 12:00:00" : "");
        row.put("Группа тем", "Дороги");
        row.put("Тема", "Ямы и выбоины на дорогах");
        row.put("Муниципалитет", "г. Рубцовск");
        row.put("Улица", "улица Сельмашская");
        row.put("Дом", "12");
        row.put("Тип инцидента", "Решаемый");
        row.put("Есть медиафайл в сообщении", "Нет");
        row.put("Урл поста", "https://vk.com/wall-1_" + id);
        row.put("Текст инцидента", "'Здравствуйте! Возле дома 12 на Сельмашской яма во всю дорогу, номер " + id);
        row.put("1ый ответ ПИ", "'[id1|Иван], здравствуйте! Яму заделают до 27 ноября.");
        return row;
    }

    /** A message as ПОС writes it: no text, no address, days only. */
    public static Map<String, String> pos(String number, String status) {
        Map<String, String> row = new LinkedHashMap<>();
        row.put("Номер", number);
        row.put("Номер ЕПГУ", "-");
        row.put("Категория", "Благоустройство");
        row.put("Подкатегория", "Ямы во дворах");
        row.put("Факт", "-");
        row.put("Организация, в которой находится сообщение", "Управление ЖКХ");
        row.put("Дата поступления", "20.11.2026");
        row.put("Дата планируемого завершения работ", "04.12.2026");
        row.put("Дата фактического завершения работ", "-");
        row.put("Стадия", "-");
        row.put("Статус", status);
        row.put("Фаст-трек", "Нет");
        row.put("ФЗ", "Обычное сообщение");
        row.put("Заявитель выбрал подачу по 59-ФЗ", "Нет");
        return row;
    }

    /** A key that no other test uses. */
    public static String key() {
        return Long.toUnsignedString(UUID.randomUUID().getMostSignificantBits() >>> 4);
    }
}
