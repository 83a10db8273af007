package ru.mcu.message;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Names messages in lists that know only ids, such as the audit's. */
@Service
public class MessageNumbers {

    private final JdbcClient jdbc;

    MessageNumbers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The numbers of those ids that are messages; nothing about the others. */
    public Map<UUID, String> of(Collection<UUID> ids) {
        Map<UUID, String> numbers = new HashMap<>();
        if (!ids.isEmpty()) {
            jdbc.sql("select id, number from mcu.message where id in (:ids)")
                    .param("ids", ids)
                    .query(row -> {
                        numbers.put(row.getObject("id", UUID.class), row.getString("number"));
                    });
        }
        return numbers;
    }
}
