package ru.mcu.structuring;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import ru.mcu.structuring.TopicCatalog.Group;
import ru.mcu.structuring.TopicCatalog.Topic;

/** Proposes a topic by the source system's own name or else by words; the same text always gets the same answer. */
final class TopicSuggester {

    /** Below this sum of weights a text says too little. */
    private static final int MIN_SCORE = 2;
    /** From this sum on the number of words no longer lowers the confidence. */
    private static final double FULL_SCORE = 8;

    private static final int WORDS_SHOWN = 5;

    /** A word of the list with the place it speaks for; the topic is −1 for a word of the whole group. */
    private record Keyword(int group, int topic, String shown, int weight) {}

    /** A topic by its position in the file. */
    private record Place(int group, int topic) {}

    /** The source system's names are short; what is longer is none. */
    private static final int MAX_NAME = 300;

    private final List<Group> groups;
    private final Phrases<Keyword> keywords = new Phrases<>();
    private final Phrases<Place> topicAliases = new Phrases<>();
    private final Phrases<Place> groupAliases = new Phrases<>();
    private final Map<List<String>, Place> exactNames = new LinkedHashMap<>();
    private final Place other;

    TopicSuggester(TopicCatalog catalog) {
        groups = catalog.groups();
        Place otherPlace = null;
        for (int g = 0; g < groups.size(); g++) {
            Group group = groups.get(g);
            addKeywords(group.keywords(), g, -1);
            Place first = new Place(g, 0);
            list(group.aliases()).forEach(alias -> groupAliases.add(alias, first));
            for (int t = 0; t < group.topics().size(); t++) {
                Topic topic = group.topics().get(t);
                Place place = new Place(g, t);
                exactNames.putIfAbsent(Stems.stems(topic.name()), place);
                list(topic.aliases()).forEach(alias -> {
                    exactNames.putIfAbsent(Stems.stems(alias), place);
                    topicAliases.add(alias, place);
                });
                addKeywords(topic.keywords(), g, t);
                if (topic.code().equals(catalog.other())) {
                    otherPlace = place;
                }
            }
        }
        this.other = Objects.requireNonNull(otherPlace);
    }

    /**
     * @param cleanText the citizen's words
     * @param sourceTopic topic named by the source system, or null
     * @param sourceGroup group named by the source system, or null
     */
    TopicSuggestion suggest(String cleanText, @Nullable String sourceTopic, @Nullable String sourceGroup) {
        Place named = bySourceName(sourceTopic);
        if (named != null) {
            return suggestion(named, 1, "тему указала система-источник: «%s»".formatted(sourceTopic), List.of());
        }
        List<Keyword> found = new ArrayList<>(keywords.near(Stems.words(cleanText)));
        Place group = best(groupAliases.anywhere(
                Stems.words(sourceGroup == null || sourceGroup.length() > MAX_NAME ? "" : sourceGroup)));
        if (group != null) {
            return suggestion(
                    new Place(group.group(), bestTopic(group.group(), found)),
                    1,
                    "группу указала система-источник: «%s»".formatted(sourceGroup),
                    shown(group.group(), found));
        }
        return byWords(found);
    }

    /** The topic a source system's name stands for, null when the aliases do not know it. */
    @Nullable
    TopicSuggestion named(String sourceTopic) {
        Place place = bySourceName(sourceTopic);
        return place == null ? null : suggestion(place, 1, "", List.of());
    }

    private TopicSuggestion byWords(List<Keyword> found) {
        Map<Integer, Integer> scores = new LinkedHashMap<>();
        found.forEach(keyword -> scores.merge(keyword.group(), keyword.weight(), Integer::sum));
        Integer best = null;
        int sum = 0;
        for (Map.Entry<Integer, Integer> entry : scores.entrySet()) {
            sum += entry.getValue();
            if (best == null || entry.getValue() > scores.getOrDefault(best, 0)) {
                best = entry.getKey();
            }
        }
        if (best == null || scores.getOrDefault(best, 0) < MIN_SCORE) {
            return suggestion(other, 0, "знакомых слов не нашлось", List.of());
        }
        int score = scores.getOrDefault(best, 0);
        double confidence = (double) score / sum * Math.min(1, score / FULL_SCORE);
        List<String> words = shown(best, found);
        return suggestion(
                new Place(best, bestTopic(best, found)),
                Math.round(confidence * 100) / 100.0,
                "нашлись слова: " + String.join(", ", words),
                words);
    }

    private @Nullable Place bySourceName(@Nullable String name) {
        if (name == null || name.isBlank() || name.length() > MAX_NAME) {
            return null;
        }
        Place exact = exactNames.get(Stems.stems(name));
        return exact != null ? exact : best(topicAliases.anywhere(Stems.words(name)));
    }

    /** The place most of whose words were found; of equals the first in the file. */
    private static @Nullable Place best(Map<Place, Integer> wordsFound) {
        return wordsFound.entrySet().stream()
                .max(Map.Entry.<Place, Integer>comparingByValue()
                        .thenComparing(entry -> -entry.getKey().group())
                        .thenComparing(entry -> -entry.getKey().topic()))
                .map(Map.Entry::getKey)
                .orElse(null);
    }

    private int bestTopic(int group, List<Keyword> found) {
        int[] scores = new int[groups.get(group).topics().size()];
        for (Keyword keyword : found) {
            if (keyword.group() == group && keyword.topic() >= 0) {
                scores[keyword.topic()] += keyword.weight();
            }
        }
        int best = 0;
        for (int t = 1; t < scores.length; t++) {
            best = scores[t] > scores[best] ? t : best;
        }
        return best;
    }

    private static List<String> shown(int group, List<Keyword> found) {
        return found.stream()
                .filter(keyword -> keyword.group() == group)
                .sorted(Comparator.comparingInt(Keyword::weight).reversed())
                .map(Keyword::shown)
                .distinct()
                .limit(WORDS_SHOWN)
                .toList();
    }

    private TopicSuggestion suggestion(Place place, double confidence, String why, List<String> words) {
        Group group = groups.get(place.group());
        Topic topic = group.topics().get(place.topic());
        return new TopicSuggestion(topic.code(), topic.name(), group.code(), group.name(), confidence, why, words);
    }

    private void addKeywords(@Nullable Map<String, Integer> words, int group, int topic) {
        if (words != null) {
            words.forEach(
                    (word, weight) -> keywords.add(word, new Keyword(group, topic, word.replace("*", "…"), weight)));
        }
    }

    private static List<String> list(@Nullable List<String> values) {
        return values == null ? List.of() : values;
    }
}
