package ru.mcu.answer.internal;

import java.util.List;
import java.util.Set;

/** Word lists and the allow-list of the personal-data rule, ready for use. */
record PersonalDataSettings(
        List<String> allowedPhones,
        List<String> allowedEmails,
        List<String> serviceWords,
        Phrases officials,
        Phrases namesakes,
        Set<String> notSurnames,
        List<String> givenNames) {

    static PersonalDataSettings from(RuleParameters parameters) {
        return new PersonalDataSettings(
                parameters.words("allowedPhones"),
                parameters.words("allowedEmails"),
                parameters.words("serviceWords").stream()
                        .map(PersonalDataSettings::lower)
                        .toList(),
                parameters.phrases("officials"),
                parameters.phrases("namesakes"),
                Set.copyOf(parameters.words("notSurnames").stream()
                        .map(PersonalDataSettings::lower)
                        .toList()),
                parameters.words("givenNames").stream()
                        .map(PersonalDataSettings::lower)
                        .toList());
    }

    private static String lower(String word) {
        return Text.fold(word.toLowerCase(java.util.Locale.ROOT));
    }
}
