package ru.mcu.answer;

import java.time.Clock;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import ru.mcu.answer.internal.AnswerStandard;

/** The project's own rules and templates, wired by hand. */
public final class Standards {

    private static final AnswerStandard STANDARD = new AnswerStandard(".", Clock.systemUTC());

    private Standards() {}

    static AnswerStandard standard() {
        return STANDARD;
    }

    static PersonalDataDetector detector(OwnContacts... contacts) {
        return detector(STANDARD, contacts);
    }

    static PersonalDataDetector detector(AnswerStandard standard, OwnContacts... contacts) {
        var beans = new StaticListableBeanFactory();
        for (int i = 0; i < contacts.length; i++) {
            beans.addBean("contacts" + i, contacts[i]);
        }
        return new PersonalDataDetector(standard, beans.getBeanProvider(OwnContacts.class));
    }

    public static AnswerChecker checker() {
        return checker(STANDARD);
    }

    static AnswerChecker checker(AnswerStandard standard) {
        return new AnswerChecker(standard, detector(standard));
    }

    public static AnswerTemplates templates() {
        return new AnswerTemplates(".", Clock.systemUTC());
    }
}
