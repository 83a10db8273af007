package ru.mcu.channel.imports;

import com.fasterxml.jackson.databind.JsonNode;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.ResponseEntity;
import org.springframework.util.LinkedMultiValueMap;

/** People at the upload page: every demo account has the same password. */
public final class Uploads {

    public static final String IM = "/api/imports/incident-management";
    public static final String POS = "/api/imports/pos";

    private static final String PASSWORD = "mcu-demo";

    private final TestRestTemplate rest;

    public Uploads(TestRestTemplate rest) {
        this.rest = rest;
    }

    public ResponseEntity<JsonNode> post(String user, String path, String fileName, byte[] file) {
        var body = new LinkedMultiValueMap<String, Object>();
        body.add("file", new ByteArrayResource(file) {
            @Override
            public String getFilename() {
                return fileName;
            }
        });
        return rest.withBasicAuth(user, PASSWORD).postForEntity(path, body, JsonNode.class);
    }

    public ResponseEntity<JsonNode> post(String user, String path, byte[] file) {
        return post(user, path, "выгрузка.xlsx", file);
    }

    public ResponseEntity<JsonNode> get(String user, String path) {
        return rest.withBasicAuth(user, PASSWORD).getForEntity(path, JsonNode.class);
    }
}
