package ru.mcu.spreadsheet;

import java.io.IOException;
import java.io.InputStream;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Books made on old Macs count days from 1904; missing that shifts every date by four years. */
final class Date1904 extends DefaultHandler {

    private boolean found;

    static boolean of(XSSFReader reader) throws IOException, InvalidFormatException, SAXException {
        Date1904 handler = new Date1904();
        try (InputStream workbook = reader.getWorkbookData()) {
            XlsxRows.parse(workbook, handler);
        }
        return handler.found;
    }

    @Override
    public void startElement(String uri, String name, String qName, Attributes attributes) {
        if (name.equals("workbookPr")) {
            String value = attributes.getValue("date1904");
            found = "1".equals(value) || "true".equals(value);
        }
    }
}
