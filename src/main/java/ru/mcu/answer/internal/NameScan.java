package ru.mcu.answer.internal;

import java.util.regex.Pattern;
import ru.mcu.answer.PersonalDataKind;

/**
 * Finds a private person's surname, name and patronymic; the patronymic is the anchor. Officials (a post stands beside
 * the name) and namesakes of streets and schools are no private persons. A name with a patronymic alone is a polite
 * address, not a full name.
 */
final class NameScan {

    private static final int ROLE_BEFORE = 8;
    private static final int ROLE_AFTER = 3;
    private static final int NAMESAKE_BEFORE = 3;

    private static final Pattern PATRONYMIC =
            Pattern.compile("\\p{L}{2,20}(?:(?:[ое]в|ь)ич(?:а|у|ем|е)?|(?:[ое]вн|[иь]?ничн|ичн)(?:а|ы|е|у|ой|ою))"
                    + "|(?:ильич|кузьмич|лукич|фомич|никитич|саввич)(?:а|у|ем|ом|е)?");
    private static final Pattern SURNAME = Pattern.compile(
            "\\p{L}{2,30}(?:[оеё]в|[иы]н|[сц]к|енк|чук|юк|ук|як|ик|ник|ян|янц|дзе|швили|ец|ман|берг|ых|их|ко)"
                    + "(?:а|у|ым|ом|е|ой|ый|ий|ая|ую|ою|ого|ому|о)?");

    private final Text text;
    private final Claims claims;
    private final PersonalDataSettings settings;

    NameScan(Text text, Claims claims, PersonalDataSettings settings) {
        this.text = text;
        this.claims = claims;
        this.settings = settings;
    }

    void scan() {
        for (int token = 1; token < text.size(); token++) {
            if (isPatronymic(text.word(token)) && text.joined(token - 1)) {
                boolean before = token > 1 && text.joined(token - 2) && isName(token - 1) && isSurnameBefore(token - 2);
                boolean after = !before
                        && token + 1 < text.size()
                        && text.joined(token)
                        && isName(token - 1)
                        && isSurnameAfter(token + 1);
                if (before) {
                    claim(token - 2, token);
                } else if (after) {
                    claim(token - 1, token + 1);
                }
            }
        }
    }

    private static boolean isPatronymic(String word) {
        return (word.contains("ич") || word.contains("вн"))
                && PATRONYMIC.matcher(word).matches();
    }

    private void claim(int first, int last) {
        if (!isOfficial(first, last)
                && settings.namesakes()
                        .firstIn(text, first - NAMESAKE_BEFORE, first)
                        .isEmpty()) {
            claims.add(Hit.personal(PersonalDataKind.FULL_NAME, text.from(first), text.to(last)));
        }
    }

    private boolean isOfficial(int first, int last) {
        var sentence = text.sentences().get(text.sentenceOf(first));
        return settings.officials()
                        .firstIn(text, Math.max(sentence.first(), first - ROLE_BEFORE), first)
                        .isPresent()
                || settings.officials()
                        .firstIn(text, last + 1, Math.min(sentence.end(), last + 1 + ROLE_AFTER))
                        .isPresent();
    }

    /** Capitalised, or one of the known given names when the author does not use capitals. */
    private boolean isName(int token) {
        var word = text.word(token);
        return isCapitalised(token) && isCapitalised(token + 1) && word.length() > 2
                || settings.givenNames().stream()
                        .anyMatch(name -> word.startsWith(name) && word.length() <= name.length() + 3);
    }

    private boolean isSurnameBefore(int token) {
        if (settings.notSurnames().contains(text.word(token))
                || text.word(token).length() < 3) {
            return false;
        }
        boolean opensSentence = text.sentences().get(text.sentenceOf(token)).first() == token;
        return isCapitalised(token) && !opensSentence || looksLikeSurname(token);
    }

    private boolean isSurnameAfter(int token) {
        return !settings.notSurnames().contains(text.word(token))
                && isCapitalised(token) == isCapitalised(token - 1)
                && looksLikeSurname(token);
    }

    private boolean looksLikeSurname(int token) {
        return SURNAME.matcher(text.word(token)).matches();
    }

    private boolean isCapitalised(int token) {
        return token < text.size() && Character.isUpperCase(text.written(token).charAt(0));
    }
}
