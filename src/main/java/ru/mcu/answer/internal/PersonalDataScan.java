package ru.mcu.answer.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Runs every scan over one text and gives the hits in the original's offsets; linear in the text's length. */
public final class PersonalDataScan {

    private static final Pattern LINK =
            Pattern.compile("(?:https?://|www\\.)[^\\s<>`\"]{1,2000}+", Pattern.CASE_INSENSITIVE);

    private PersonalDataScan() {}

    /** @param ownPhones,ownEmails what bodies publish themselves, besides the file's own allow-list */
    public static List<Hit> scan(String original, Standard standard, List<String> ownPhones, List<String> ownEmails) {
        var settings = standard.personalData();
        var normalized = NormalizedText.of(original);
        var text = normalized.text();
        var claims = new Claims();
        if (text.contains("://") || text.contains("www.")) {
            for (var link = LINK.matcher(text); link.find(); ) {
                claims.block(link.start(), link.end());
            }
        }
        EmailScan.scan(text, claims, joined(settings.allowedEmails(), ownEmails));
        DocumentScan.scan(text, claims);
        new PhoneScan(text, claims, settings.serviceWords(), joined(settings.allowedPhones(), ownPhones)).scan();
        AddressScan.scan(text, claims);
        new NameScan(new Text(text), claims, settings).scan();
        var hits = new ArrayList<Hit>();
        for (var hit : claims.hits()) {
            hits.add(hit.at(normalized.originalFrom(hit.from()), normalized.originalTo(hit.to())));
        }
        hits.sort(Comparator.comparingInt(Hit::from));
        return List.copyOf(hits);
    }

    private static List<String> joined(List<String> file, List<String> others) {
        return Stream.concat(file.stream(), others.stream()).distinct().toList();
    }
}
