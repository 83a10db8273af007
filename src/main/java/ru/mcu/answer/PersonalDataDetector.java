package ru.mcu.answer;

import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import ru.mcu.answer.internal.AnswerStandard;
import ru.mcu.answer.internal.Hit;
import ru.mcu.answer.internal.PersonalDataScan;

/**
 * Finds and masks personal data in Russian texts (152-ФЗ). Time grows linearly with the text whatever it holds; safe
 * for many threads. Does not find: surname with initials, surname with given name only, organisations' ИНН.
 */
@Service
public class PersonalDataDetector {

    private final AnswerStandard standard;
    private final ObjectProvider<OwnContacts> ownContacts;

    PersonalDataDetector(AnswerStandard standard, ObjectProvider<OwnContacts> ownContacts) {
        this.standard = standard;
        this.ownContacts = ownContacts;
    }

    /** Personal data in the order of the text, not overlapping; contacts of bodies and free lines are none. */
    public List<PersonalDataSpan> find(String text) {
        return scan(text).stream()
                .filter(Hit::isPersonal)
                .map(hit -> new PersonalDataSpan(hit.kind(), hit.from(), hit.to()))
                .toList();
    }

    /** The text with every find replaced by its mark, such as «[телефон скрыт]»; masking twice changes nothing. */
    public String mask(String text) {
        var masked = new StringBuilder(text.length());
        int done = 0;
        for (var span : find(text)) {
            masked.append(text, done, span.from()).append(span.kind().mark());
            done = span.to();
        }
        return masked.append(text, done, text.length()).toString();
    }

    List<Hit> scan(String text) {
        var phones = ownContacts.stream().flatMap(own -> own.phones().stream()).toList();
        var emails = ownContacts.stream().flatMap(own -> own.emails().stream()).toList();
        return PersonalDataScan.scan(text, standard.current(), phones, emails);
    }
}
