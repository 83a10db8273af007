package ru.mcu.channel.mail;

/** Where letters go that were read from the mailbox; returns only when they are kept. */
interface LetterTaker {

    /** The same letter may come again. */
    void take(byte[] letter);

    /**
     * A letter that nobody will read here.
     *
     * @param head its header
     * @param reason in Russian
     */
    void refuse(byte[] head, String reason);
}
