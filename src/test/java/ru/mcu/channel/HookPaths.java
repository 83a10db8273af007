package ru.mcu.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.mcu.platform.Channel;

/** Sends a channel's events to the running application and looks at what became of them. */
public final class HookPaths {

    private final TestRestTemplate rest;
    private final JdbcClient jdbc;
    private final String address;
    private final Channel channel;
    private final HttpHeaders headers = new HttpHeaders();

    public HookPaths(TestRestTemplate rest, JdbcClient jdbc, Channel channel, String address) {
        this.rest = rest;
        this.jdbc = jdbc;
        this.channel = channel;
        this.address = address;
    }

    /** Sends this header with every event from now on. */
    public HookPaths with(String header, String value) {
        headers.set(header, value);
        return this;
    }

    public ResponseEntity<String> post(String body) {
        return post(body.getBytes(StandardCharsets.UTF_8));
    }

    public ResponseEntity<String> post(byte[] body) {
        headers.setContentType(MediaType.APPLICATION_JSON);
        return rest.postForEntity(address, new HttpEntity<>(body, headers), String.class);
    }

    /** The channel must be content with the answer, whatever it sent. */
    public void accepted(String event) {
        accepted(event.getBytes(StandardCharsets.UTF_8));
    }

    public void accepted(byte[] event) {
        ResponseEntity<String> answer = post(event);
        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.OK);
        assertThat(answer.getBody()).isEqualTo("ok");
    }

    /** Notes of the events that were understood and left alone, newest first. */
    public List<String> ignored() {
        return jdbc.sql(
                        "select note from mcu.inbound_event where channel = :channel and status = 'IGNORED' order by id desc")
                .param("channel", channel.code())
                .query(String.class)
                .list();
    }

    public long events() {
        return jdbc.sql("select count(*) from mcu.inbound_event where channel = :channel")
                .param("channel", channel.code())
                .query(Long.class)
                .single();
    }

    /** Reasons of the events that nobody can understand, newest first. */
    public List<String> poisoned() {
        return jdbc.sql(
                        "select note from mcu.inbound_event where channel = :channel and status = 'POISON' order by id desc")
                .param("channel", channel.code())
                .query(String.class)
                .list();
    }

    public long longestPoison() {
        return jdbc.sql(
                        "select max(length(body)) from mcu.inbound_event where channel = :channel and status = 'POISON'")
                .param("channel", channel.code())
                .query(Long.class)
                .single();
    }

    public List<Map<String, Object>> messages(String authorLink) {
        return jdbc.sql("select * from mcu.message where channel = :channel and author_link = :author order by id")
                .param("channel", channel.code())
                .param("author", authorLink)
                .query()
                .listOfRows();
    }

    /** Kind and text of what the author did later, in its order. */
    public List<String> followUps(@Nullable Object message) {
        return jdbc.sql(
                        "select kind || ' ' || coalesce(text, '') from mcu.follow_up where message_id = :message order by id")
                .param("message", message)
                .query(String.class)
                .list();
    }

    public List<Map<String, Object>> files(@Nullable Object message) {
        return jdbc.sql("select * from mcu.remote_file where message_id = :message order by id")
                .param("message", message)
                .query()
                .listOfRows();
    }
}
