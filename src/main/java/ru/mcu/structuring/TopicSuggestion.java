package ru.mcu.structuring;

import java.util.List;

/**
 * A proposed topic with its reason.
 *
 * @param confidence 0 to 1: share of the found words that speak for this group, damped when there are few; 1 when the
 *     source system named the topic
 * @param why Russian, for example «нашлись слова: яма, асфальт»
 * @param words the words of the classifier that were found, strongest first
 */
public record TopicSuggestion(
        String topicCode,
        String topicName,
        String groupCode,
        String groupName,
        double confidence,
        String why,
        List<String> words) {}
