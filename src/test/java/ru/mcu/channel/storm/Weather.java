package ru.mcu.channel.storm;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/** What a channel sends in the storm, and what must come of it. */
final class Weather {

    /** One call of the hook. */
    record Post(String body) {}

    private final StormyChannel channel;
    private final List<Post> posts = new ArrayList<>();
    private final List<String> texts = new ArrayList<>();
    private final List<String> followUps = new ArrayList<>();
    private final Set<String> broken = new TreeSet<>();
    private int event = 1000;

    Weather(StormyChannel channel, int size, long seed) {
        this.channel = channel;
        Random random = new Random(seed + channel.code().hashCode());
        for (int citizen = 0; posts.size() < size; citizen++) {
            write(citizen, random);
        }
    }

    private void write(int citizen, Random random) {
        String text = "Сообщение жителя " + citizen;
        String first = channel.written(citizen, ++event, text);
        texts.add(text);
        posts.add(new Post(first));
        switch (random.nextInt(7)) {
            case 0 -> posts.add(new Post(first)); // the channel did not hear our answer
            case 1 -> posts.add(new Post(channel.written(citizen, ++event, text))); // a replay under another number
            case 2 -> edit(citizen, text);
            case 3 -> delete(citizen);
            case 4 -> garbage(citizen);
            case 5 -> posts.add(random.nextInt(posts.size()), posts.get(posts.size() - 1)); // out of order
            default -> {}
        }
    }

    private void edit(int citizen, String text) {
        boolean told = !channel.edited(citizen, 0, "a").equals(channel.written(citizen, 0, "a"));
        String edited = channel.edited(citizen, ++event, text + ", исправлено");
        posts.add(new Post(edited));
        posts.add(new Post(edited));
        if (told) {
            followUps.add("EDITED " + text + ", исправлено");
        }
    }

    private void delete(int citizen) {
        String deleted = channel.deleted(citizen, ++event);
        if (deleted != null) {
            posts.add(new Post(deleted));
            posts.add(new Post(deleted));
            followUps.add("DELETED ");
        }
    }

    private void garbage(int citizen) {
        String body = "{\"secret\":" + citizen;
        broken.add(body);
        posts.add(new Post(body));
        posts.add(new Post(body));
    }

    StormyChannel channel() {
        return channel;
    }

    List<Post> posts() {
        return posts;
    }

    List<String> texts() {
        return texts;
    }

    List<String> followUps() {
        return followUps;
    }

    int broken() {
        return broken.size();
    }
}
