package ru.mcu.channel.storm;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ru.mcu.channel.Mischief;
import ru.mcu.channel.max.MaxServer;
import ru.mcu.channel.ok.OkServer;
import ru.mcu.channel.telegram.TelegramServer;
import ru.mcu.channel.vk.VkServer;

/** The channels that hear by hooks and speak by calls. */
final class StormyChannels {

    /** Longer than the application waits for a channel in the storm. */
    private static final Duration SLOW = Duration.ofMillis(2500);

    private static final String SECRET = "storm-secret-storm-secret-storm-secret";

    private StormyChannels() {}

    static List<StormyChannel> all() {
        return List.of(new Vk(), new Ok(), new Telegram(), new Max());
    }

    static final class Vk implements StormyChannel {

        private final VkServer server = new VkServer("storm-token", 456);

        Vk() {
            server.slowness(SLOW);
        }

        @Override
        public String code() {
            return "vk";
        }

        @Override
        public List<String> settings() {
            return List.of(
                    "--mcu.channels.vk.group=456",
                    "--mcu.channels.vk.token=storm-token",
                    "--mcu.channels.vk.secret=" + SECRET,
                    "--mcu.channels.vk.confirmation=c0nf1rm",
                    "--mcu.channels.vk.base=" + server.base());
        }

        @Override
        public String hook() {
            return "/hooks/vk";
        }

        @Override
        public String written(int citizen, int event, String text) {
            return event("wall_reply_new", citizen, event, text);
        }

        @Override
        public String edited(int citizen, int event, String text) {
            return event("wall_reply_edit", citizen, event, text);
        }

        @Override
        public String deleted(int citizen, int event) {
            return """
                    {"type":"wall_reply_delete","group_id":456,"event_id":"e%d","v":"5.199","secret":"%s",
                     "object":{"id":%d,"post_id":70,"owner_id":-456,"deleter_id":%d}}""".formatted(event, SECRET, comment(citizen), author(citizen));
        }

        private static String event(String type, int citizen, int event, String text) {
            return """
                    {"type":"%s","group_id":456,"event_id":"e%d","v":"5.199","secret":"%s","object":
                     {"id":%d,"from_id":%d,"owner_id":-456,"post_id":70,"date":1795399200,"text":"%s"}}""".formatted(type, event, SECRET, comment(citizen), author(citizen), text);
        }

        private static int comment(int citizen) {
            return 10_000 + citizen;
        }

        private static int author(int citizen) {
            return 500_000 + citizen;
        }

        @Override
        public String thread(int citizen) {
            return "wall:-456_70_" + comment(citizen);
        }

        @Override
        public List<String> accepted() {
            return server.accepted().stream().map(VkServer.Accepted::text).toList();
        }

        @Override
        public boolean settlesDoubts() {
            return true;
        }

        @Override
        public void misbehave(Mischief mischief) {
            server.mischief(mischief);
        }

        @Override
        public void close() {
            server.close();
        }
    }

    static final class Ok implements StormyChannel {

        private final OkServer server = new OkServer("storm-token");

        Ok() {
            server.slowness(SLOW);
        }

        @Override
        public String code() {
            return "ok";
        }

        @Override
        public List<String> settings() {
            return List.of(
                    "--mcu.channels.ok.token=storm-token",
                    "--mcu.channels.ok.secret=" + SECRET,
                    "--mcu.channels.ok.base=" + server.base());
        }

        @Override
        public String hook() {
            return "/hooks/ok/" + SECRET;
        }

        @Override
        public String written(int citizen, int event, String text) {
            return """
                    {"webhookType":"MESSAGE_CREATED","sender":{"user_id":"user:%1$d"},"recipient":{"chat_id":"chat:C%1$d"},
                     "message":{"text":"%2$s","seq":98211023614189660,"mid":"mid:C%1$d.1"},"timestamp":%3$d}""".formatted(author(citizen), text, 1795399200000L + event);
        }

        /** The channel tells of nothing but new lines: the same line again. */
        @Override
        public String edited(int citizen, int event, String text) {
            return written(citizen, event, text);
        }

        @Override
        public @Nullable String deleted(int citizen, int event) {
            return null;
        }

        private static int author(int citizen) {
            return 600_000 + citizen;
        }

        @Override
        public String thread(int citizen) {
            return "chat:C" + author(citizen) + " user:" + author(citizen);
        }

        @Override
        public List<String> accepted() {
            return server.accepted().stream().map(OkServer.Accepted::text).toList();
        }

        @Override
        public boolean settlesDoubts() {
            return true;
        }

        @Override
        public void misbehave(Mischief mischief) {
            server.mischief(mischief);
        }

        @Override
        public void close() {
            server.close();
        }
    }

    static final class Telegram implements StormyChannel {

        private final TelegramServer server = new TelegramServer();

        Telegram() {
            server.slowness(SLOW);
        }

        @Override
        public String code() {
            return "telegram";
        }

        @Override
        public List<String> settings() {
            return List.of(
                    "--mcu.channels.telegram.token=" + TelegramServer.TOKEN,
                    "--mcu.channels.telegram.mode=webhook",
                    "--mcu.channels.telegram.secret=" + SECRET,
                    "--mcu.channels.telegram.bot-name=" + TelegramServer.BOT,
                    "--mcu.channels.telegram.base=" + server.base());
        }

        @Override
        public String hook() {
            return "/hooks/telegram";
        }

        @Override
        public Map<String, String> headers() {
            return Map.of("X-Telegram-Bot-Api-Secret-Token", SECRET);
        }

        @Override
        public String written(int citizen, int event, String text) {
            return update("message", citizen, event, text);
        }

        @Override
        public String edited(int citizen, int event, String text) {
            return update("edited_message", citizen, event, text);
        }

        @Override
        public @Nullable String deleted(int citizen, int event) {
            return null;
        }

        private static String update(String kind, int citizen, int event, String text) {
            return """
                    {"update_id": %d, "%s": {"message_id": 5, "date": 1795399200, "edit_date": 1795399300, "text": "%s",
                     "chat": {"id": %d, "type": "private"}, "from": {"id": %4$d, "is_bot": false, "first_name": "Анна"}}}""".formatted(event, kind, text, chat(citizen));
        }

        private static int chat(int citizen) {
            return 700_000 + citizen;
        }

        @Override
        public String thread(int citizen) {
            return chat(citizen) + ":5";
        }

        @Override
        public List<String> accepted() {
            return server.accepted().stream().map(TelegramServer.Accepted::text).toList();
        }

        @Override
        public boolean settlesDoubts() {
            return false;
        }

        @Override
        public void misbehave(Mischief mischief) {
            server.mischief(mischief);
        }

        @Override
        public void close() {
            server.close();
        }
    }

    static final class Max implements StormyChannel {

        private final MaxServer server = new MaxServer();

        Max() {
            server.slowness(SLOW);
        }

        @Override
        public String code() {
            return "max";
        }

        @Override
        public List<String> settings() {
            return List.of(
                    "--mcu.channels.max.token=" + MaxServer.TOKEN,
                    "--mcu.channels.max.secret=" + SECRET,
                    "--mcu.channels.max.bot-name=" + MaxServer.BOT,
                    "--mcu.channels.max.base=" + server.base(),
                    "--mcu.channels.max.timeout=1s");
        }

        @Override
        public String hook() {
            return "/hooks/max";
        }

        @Override
        public Map<String, String> headers() {
            return Map.of("X-Max-Bot-Api-Secret", SECRET);
        }

        @Override
        public String written(int citizen, int event, String text) {
            return update("message_created", citizen, event, text);
        }

        @Override
        public String edited(int citizen, int event, String text) {
            return update("message_edited", citizen, event, text);
        }

        @Override
        public String deleted(int citizen, int event) {
            return """
                    {"update_type": "message_removed", "timestamp": %d, "message_id": "mid.s%d", "chat_id": %3$d,
                     "user_id": %3$d}""".formatted(1795399200000L + event, citizen, chat(citizen));
        }

        private static String update(String type, int citizen, int event, String text) {
            return """
                    {"update_type": "%s", "timestamp": %d, "user_locale": "ru", "message": {
                     "sender": {"user_id": %d, "first_name": "Анна", "is_bot": false},
                     "recipient": {"chat_id": %3$d, "chat_type": "dialog", "user_id": 77}, "timestamp": 1795399200000,
                     "body": {"mid": "mid.s%d", "seq": 1, "text": "%s"}}}""".formatted(type, 1795399200000L + event, chat(citizen), citizen, text);
        }

        private static int chat(int citizen) {
            return 800_000 + citizen;
        }

        @Override
        public String thread(int citizen) {
            return "chat:" + chat(citizen) + ":mid.s" + citizen;
        }

        @Override
        public List<String> accepted() {
            return server.accepted().stream().map(MaxServer.Accepted::text).toList();
        }

        @Override
        public boolean settlesDoubts() {
            return true;
        }

        @Override
        public void misbehave(Mischief mischief) {
            server.mischief(mischief);
        }

        @Override
        public void close() {
            server.close();
        }
    }
}
