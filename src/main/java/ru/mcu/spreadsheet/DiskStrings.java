package ru.mcu.spreadsheet;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.ss.usermodel.RichTextString;
import org.apache.poi.xssf.model.SharedStrings;
import org.apache.poi.xssf.usermodel.XSSFRelation;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * The shared strings of an .xlsx in a temporary file: they hold nearly all texts of an export, and POI's own tables
 * keep them in memory. In memory stay eight bytes for each string.
 */
final class DiskStrings implements SharedStrings, AutoCloseable {

    private static final int MAX_STRINGS = 6_000_000;

    private final Path file;
    private final FileChannel channel;
    private final long[] offsets;
    private final int count;

    private DiskStrings(Path file, long[] offsets, int count) throws IOException {
        this.file = file;
        this.offsets = offsets;
        this.count = count;
        this.channel = FileChannel.open(file, StandardOpenOption.READ);
    }

    static DiskStrings of(OPCPackage book) throws IOException, SAXException {
        Path file = Files.createTempFile("mcu-sheet", ".strings");
        try {
            Writer writer = new Writer();
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 65_536)) {
                writer.out = out;
                for (PackagePart part : book.getPartsByContentType(XSSFRelation.SHARED_STRINGS.getContentType())) {
                    parse(part, writer);
                }
            }
            return new DiskStrings(file, writer.offsets, writer.count);
        } catch (IOException | SAXException | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    private static void parse(PackagePart part, Writer writer) throws IOException, SAXException {
        try (InputStream in = part.getInputStream()) {
            XlsxRows.parse(in, writer);
        }
    }

    @Override
    public RichTextString getItemAt(int index) {
        return new PlainText(string(index));
    }

    private String string(int index) {
        if (index < 0 || index >= count) {
            throw new IllegalArgumentException("Shared string " + index + " of " + count);
        }
        ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(offsets[index + 1] - offsets[index]));
        try {
            while (bytes.hasRemaining()) {
                if (channel.read(bytes, offsets[index] + bytes.position()) < 0) {
                    throw new IOException("Shared strings end early");
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new String(bytes.array(), StandardCharsets.UTF_8);
    }

    @Override
    public int getCount() {
        return count;
    }

    @Override
    public int getUniqueCount() {
        return count;
    }

    @Override
    public void close() throws IOException {
        try (channel) {
            Files.deleteIfExists(file);
        }
    }

    /** Joins the runs of each string; phonetic hints are left out. */
    private static final class Writer extends DefaultHandler {

        private OutputStream out = OutputStream.nullOutputStream();
        private long[] offsets = new long[1024];
        private int count;
        private boolean text;
        private boolean phonetic;
        private final StringBuilder current = new StringBuilder();

        @Override
        public void startElement(String uri, String name, String qName, Attributes attributes) {
            switch (name) {
                case "si" -> current.setLength(0);
                case "t" -> text = !phonetic;
                case "rPh" -> phonetic = true;
                default -> text = false;
            }
        }

        @Override
        public void characters(char[] ch, int start, int length) {
            if (text) {
                current.append(ch, start, length);
            }
        }

        @Override
        public void endElement(String uri, String name, String qName) {
            switch (name) {
                case "si" -> store();
                case "rPh" -> phonetic = false;
                default -> text = false;
            }
        }

        private void store() {
            if (count >= MAX_STRINGS) {
                throw SheetRefused.bomb();
            }
            if (count + 2 > offsets.length) {
                offsets = Arrays.copyOf(offsets, offsets.length * 2);
            }
            byte[] bytes = current.toString().getBytes(StandardCharsets.UTF_8);
            offsets[count + 1] = offsets[count] + bytes.length;
            count++;
            try {
                out.write(bytes);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
