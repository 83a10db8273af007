package ru.mcu.structuring;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the module proposes for one message; the worker confirms or changes every part of it. The executor is proposed
 * by the routing table, personal data by the answer module.
 *
 * @param cleanText the text without markup; all spans refer to it
 * @param address the first address, null when none was found
 * @param addresses all addresses found, at most {@value AddressFinder#MAX_ADDRESSES}
 * @param districtCode district of the city profile, null when unknown
 * @param districtWhy Russian explanation of the district, null when unknown
 * @param topic never null; «Другое» when nothing was recognised
 * @param fingerprint for finding duplicates
 */
public record Suggestion(
        String cleanText,
        @Nullable FoundAddress address,
        List<FoundAddress> addresses,
        @Nullable String districtCode,
        @Nullable String districtWhy,
        TopicSuggestion topic,
        Fingerprint fingerprint) {}
