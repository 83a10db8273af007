package ru.mcu.structuring;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Proposes topic, place and fingerprint of a message (Stavropol III.9.5, Rubtsovsk 2.2.8.2). Pure and deterministic:
 * nothing is stored or sent, and a person confirms everything.
 */
public final class Structuring {

    private final TopicSuggester topics;
    private final AddressFinder addresses;
    private final DistrictFinder districts;

    Structuring(TopicCatalog topics, StreetList streets, DistrictNames districts) {
        this.topics = new TopicSuggester(topics);
        this.addresses = new AddressFinder(streets);
        this.districts = new DistrictFinder(districts);
    }

    /**
     * For use without Spring.
     *
     * @param streets street list of the city, for example {@code config/streets/rubtsovsk.yml}
     */
    public static Structuring of(TopicCatalog topics, Path streets, DistrictNames districts) {
        return new Structuring(topics, StreetList.load(streets), districts);
    }

    /**
     * Everything that can be told from the text and from what the source system says. The executor is decided by the
     * routing table, personal data are found by the answer module.
     *
     * @throws TextTooLong for a text above {@value TextCleaner#MAX_CHARS} characters
     */
    public Suggestion suggest(RawText raw) {
        String text = TextCleaner.clean(raw.text());
        List<FoundAddress> inText = addresses.find(text);
        FoundAddress address = fromSource(raw.sourceAddress()).orElseGet(() -> inText.isEmpty() ? null : inText.get(0));
        Optional<DistrictFinder.Found> named = districts.find(text);
        String district = named.map(DistrictFinder.Found::code).orElseGet(() -> districtOf(address));
        String why = null;
        if (named.isPresent()) {
            why = "в тексте назван район: «%s»".formatted(named.get().name());
        } else if (district != null && address != null) {
            why = "по списку улиц: %s".formatted(address.street());
        }
        return new Suggestion(
                text,
                address,
                inText,
                district,
                why,
                topics.suggest(text, raw.sourceTopic(), raw.sourceGroup()),
                Fingerprint.of(text));
    }

    private static @Nullable String districtOf(@Nullable FoundAddress address) {
        return address == null ? null : address.districtCode();
    }

    private Optional<FoundAddress> fromSource(@Nullable String sourceAddress) {
        if (sourceAddress == null || sourceAddress.isBlank()) {
            return Optional.empty();
        }
        return addresses.find(TextCleaner.clean(sourceAddress)).stream()
                .findFirst()
                .map(found -> new FoundAddress(
                        found.street(),
                        found.house(),
                        found.crossStreet(),
                        found.districtCode(),
                        found.known(),
                        -1,
                        -1));
    }
}
