package ru.mcu.channel.storm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import ru.mcu.RunningApplication;
import ru.mcu.channel.Mischief;
import ru.mcu.channel.Mischief.Act;
import ru.mcu.channel.vk.VkServer;

/** The purpose of the channels, once from end to end: people decide, everything else happens by itself. */
@Tag("slow")
@DisplayName("Комментарий в сообществе становится сообщением, согласованный ответ – ответом на него, один раз")
class CommentToReplyTests {

    private static final String SECRET = "callback-secret-callback-secret";
    private static final String ANSWER = "Здравствуйте! Яму на улице Ленина, 15 заделали 20 ноября.";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final VkServer vk = new VkServer("community-token", 456);
    private final RunningApplication application = new RunningApplication("commenttoreply");
    private final HttpClient http = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();

    @AfterEach
    void stop() throws InterruptedException {
        application.close();
        vk.close();
    }

    @Test
    @DisplayName("и тогда, когда связь рвётся после приёма ответа")
    void fromTheCommentToItsReply() throws Exception {
        application.start(List.of(
                "--mcu.channels.vk.group=456",
                "--mcu.channels.vk.token=community-token",
                "--mcu.channels.vk.secret=" + SECRET,
                "--mcu.channels.vk.confirmation=c0nf1rm",
                "--mcu.channels.vk.base=" + vk.base(),
                "--mcu.outbox.first-retry=1s"));
        cutsTheFirstCallAfterTakingIt();

        HttpResponse<String> taken = post("/hooks/vk", "", """
                {"type":"wall_reply_new","group_id":456,"event_id":"e1","v":"5.199","secret":"%s","object":
                 {"id":9001,"from_id":777001,"owner_id":-456,"post_id":70,"date":1795399200,
                  "text":"На улице Ленина, 15 яма на дороге"}}""".formatted(SECRET));
        assertThat(taken.body()).isEqualTo("ok");
        await().atMost(PATIENCE)
                .until(() -> application.list("select id from mcu.message").size() == 1);
        String message = application.value("select id from mcu.message");

        complete(
                "im",
                message,
                "userTask_triageMessage",
                Map.of(
                        "decision", "accept",
                        "topicGroup", "Дороги",
                        "topic", "Ямы на дорогах",
                        "place", "ул. Ленина, 15",
                        "executor", "housing"));
        complete(
                "ispolnitel-housing",
                message,
                "userTask_draftAnswer",
                Map.of("decision", "ready", "outcome", "solved", "text", ANSWER));
        complete("im", message, "userTask_reviewAnswer", Map.of("decision", "approve"));

        await().atMost(PATIENCE).until(() -> application
                .value("select count(*) from mcu.publication where kind = 'ANSWER' and status = 'PUBLISHED'")
                .equals("1"));
        List<VkServer.Accepted> answers = vk.accepted().stream()
                .filter(reply -> reply.text().equals(ANSWER))
                .toList();
        assertThat(answers).singleElement().satisfies(reply -> assertThat(reply.thread())
                .isEqualTo("wall:-456_70_9001"));
        assertThat(application.value("select link from mcu.publication where kind = 'ANSWER'"))
                .startsWith("https://vk.com/wall-456_70?reply=");
        await("the invitation to rate the answer comes to the same comment")
                .atMost(PATIENCE)
                .until(() -> vk.accepted().stream()
                                .filter(reply -> reply.text().contains("/survey/"))
                                .count()
                        == 1);
    }

    private void cutsTheFirstCallAfterTakingIt() {
        vk.mischief(new Mischief() {
            private boolean done;

            @Override
            public synchronized Act next() {
                Act act = done ? Act.NONE : Act.CUT_AFTER_ACCEPT;
                done = true;
                return act;
            }
        });
    }

    private void complete(String user, String message, String key, Map<String, ?> input) throws Exception {
        String query = "/engine-rest/task?processInstanceBusinessKey=" + message + "&taskDefinitionKey=" + key;
        await().atMost(PATIENCE).until(() -> get(query, user).size() == 1);
        String task = get(query, user).get(0).path("id").asText();
        HttpResponse<String> answer = post("/api/tasks/" + task + "/complete", user, json.writeValueAsString(input));
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 204);
    }

    private JsonNode get(String path, String user) throws Exception {
        return json.readTree(http.send(request(path, user).build(), HttpResponse.BodyHandlers.ofString())
                .body());
    }

    private HttpResponse<String> post(String path, String user, String body) throws Exception {
        return http.send(
                request(path, user)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path, String user) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(application.address(path)).timeout(Duration.ofSeconds(30));
        if (!user.isEmpty()) {
            byte[] login = (user + ":mcu-demo").getBytes(StandardCharsets.UTF_8);
            request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(login));
        }
        return request;
    }
}
