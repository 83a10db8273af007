package ru.mcu.spreadsheet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Iterator;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler;
import org.xml.sax.ContentHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;

/**
 * Reads the first sheet of an .xlsx by POI's event model. It was preferred to excel-streaming-reader because there the
 * shared strings, nearly the whole export, stay in memory unless a database on disk is added.
 */
final class XlsxRows {

    private XlsxRows() {}

    static void read(Path file, SheetLimits limits, RowSink sink) throws IOException {
        ZipGuard.check(file, limits);
        try (OPCPackage book = OPCPackage.open(file.toFile(), PackageAccess.READ);
                DiskStrings strings = DiskStrings.of(book)) {
            XSSFReader reader = new XSSFReader(book);
            PlainValues values = new PlainValues(Date1904.of(reader));
            XSSFSheetXMLHandler handler = new XSSFSheetXMLHandler(
                    reader.getStylesTable(), null, strings, new SheetRows(limits.maxColumns(), sink), values, false);
            Iterator<InputStream> sheets = reader.getSheetsData();
            if (!sheets.hasNext()) {
                throw new SheetRefused(
                        SheetRefused.Reason.EMPTY, "В книге нет ни одного листа. Выгрузите файл заново.");
            }
            try (InputStream sheet = sheets.next()) {
                parse(sheet, handler);
            }
        } catch (HandlerFailure e) {
            throw e.original();
        } catch (SheetRefused e) {
            throw e;
        } catch (OpenXML4JException | SAXException | IOException | RuntimeException e) {
            throw zipBomb(e) ? SheetRefused.bomb() : SheetRefused.broken(e);
        }
    }

    /** POI refuses parts packed more than a hundredfold, with a plain exception. */
    private static boolean zipBomb(Throwable thrown) {
        return String.valueOf(thrown.getMessage()).contains("Zip bomb");
    }

    static void parse(InputStream in, ContentHandler handler) throws IOException, SAXException {
        try {
            XMLReader xml = XMLHelper.newXMLReader();
            xml.setContentHandler(handler);
            xml.parse(new InputSource(in));
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("No XML parser", e);
        }
    }
}
