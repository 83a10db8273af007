package ru.mcu.answer;

import java.util.Collection;

/**
 * Phones and addresses of bodies, which may be published; every bean of this type adds to the allow-list. Asked on
 * each check, so answers must come from memory.
 */
public interface OwnContacts {

    /** Phones in any notation, such as «8 (8652) 12-34-56». */
    Collection<String> phones();

    /** E-mail addresses; «@stavadm.ru» allows the whole domain. */
    Collection<String> emails();
}
