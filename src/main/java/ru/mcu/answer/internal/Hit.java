package ru.mcu.answer.internal;

import ru.mcu.answer.PersonalDataKind;

/**
 * What a scan found.
 *
 * @param allowed it is on the allow-list or is a free line: a contact, not personal data
 * @param service a landline named as a service («диспетчерская»), not on the allow-list: worth a second look
 */
public record Hit(PersonalDataKind kind, int from, int to, boolean allowed, boolean service) {

    static Hit personal(PersonalDataKind kind, int from, int to) {
        return new Hit(kind, from, to, false, false);
    }

    /** Whether the place has to be hidden from strangers. */
    public boolean isPersonal() {
        return !allowed && !service;
    }

    Hit at(int newFrom, int newTo) {
        return new Hit(kind, newFrom, newTo, allowed, service);
    }
}
