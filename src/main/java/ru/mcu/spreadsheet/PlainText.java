package ru.mcu.spreadsheet;

import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.RichTextString;

/** A text without formatting; POI's own rich text builds an XML tree for each cell, which we would throw away. */
record PlainText(String getString) implements RichTextString {

    @Override
    public int length() {
        return getString.length();
    }

    @Override
    public String toString() {
        return getString;
    }

    @Override
    public void clearFormatting() {
        // there is none
    }

    @Override
    public int numFormattingRuns() {
        return 0;
    }

    @Override
    public int getIndexOfFormattingRun(int index) {
        throw new IndexOutOfBoundsException(index);
    }

    @Override
    public void applyFont(int startIndex, int endIndex, short fontIndex) {
        throw new UnsupportedOperationException("Only read");
    }

    @Override
    public void applyFont(int startIndex, int endIndex, Font font) {
        throw new UnsupportedOperationException("Only read");
    }

    @Override
    public void applyFont(Font font) {
        throw new UnsupportedOperationException("Only read");
    }

    @Override
    public void applyFont(short fontIndex) {
        throw new UnsupportedOperationException("Only read");
    }
}
