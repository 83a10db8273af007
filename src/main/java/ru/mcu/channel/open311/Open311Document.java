package ru.mcu.channel.open311;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** An answer of GeoReport v2: a list of flat things, as JSON or as XML with the element names of the specification. */
record Open311Document(String root, String item, List<Map<String, Object>> items) {

    private static final MediaType JSON = MediaType.parseMediaType("application/json;charset=UTF-8");
    private static final MediaType XML = MediaType.parseMediaType("text/xml;charset=UTF-8");

    ResponseEntity<String> answer(HttpStatus status, boolean xml, ObjectMapper json) {
        return ResponseEntity.status(status)
                .contentType(xml ? XML : JSON)
                .header("Cache-Control", "no-store")
                .body(xml ? xml() : json(json));
    }

    private String json(ObjectMapper json) {
        try {
            return json.writeValueAsString(items);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private String xml() {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter out = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            out.writeStartDocument("utf-8", "1.0");
            out.writeStartElement(root);
            for (Map<String, Object> one : items) {
                out.writeStartElement(item);
                for (Map.Entry<String, Object> field : one.entrySet()) {
                    write(out, field.getKey(), field.getValue());
                }
                out.writeEndElement();
            }
            out.writeEndElement();
            out.writeEndDocument();
            out.close();
            return text.toString();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void write(XMLStreamWriter out, String name, @Nullable Object value) throws XMLStreamException {
        String text = value == null || value instanceof List<?> ? "" : allowed(value.toString());
        if (text.isEmpty()) {
            out.writeEmptyElement(name);
            return;
        }
        out.writeStartElement(name);
        out.writeCharacters(text);
        out.writeEndElement();
    }

    /** XML 1.0 has no way to write most control characters. */
    private static String allowed(String text) {
        return text.replaceAll("[^\\t\\n\\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]", "");
    }
}
