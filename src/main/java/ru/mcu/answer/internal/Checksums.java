package ru.mcu.answer.internal;

/** Check digits that tell a document's number from any other number; arguments are digits only. */
final class Checksums {

    private static final int[] INN_11 = {7, 2, 4, 10, 3, 5, 9, 4, 6, 8};
    private static final int[] INN_12 = {3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8};

    private Checksums() {}

    /** Eleven digits; the last two check the first nine (Правление ПФР № 192п). */
    static boolean snils(String digits) {
        int sum = 0;
        for (int i = 0; i < 9; i++) {
            sum += digit(digits, i) * (9 - i);
        }
        int control = sum % 101 % 100;
        return control == Integer.parseInt(digits.substring(9));
    }

    /** Twelve digits of a person's number (ФНС № ЕД-7-14/559). */
    static boolean personInn(String digits) {
        return digit(digits, 10) == weighted(digits, INN_11) && digit(digits, 11) == weighted(digits, INN_12);
    }

    /** The Luhn sum of payment cards (ISO/IEC 7812-1). */
    static boolean luhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digit(digits, digits.length() - 1 - i);
            int doubled = i % 2 == 1 ? digit * 2 : digit;
            sum += doubled > 9 ? doubled - 9 : doubled;
        }
        return sum % 10 == 0;
    }

    private static int weighted(String digits, int[] weights) {
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += digit(digits, i) * weights[i];
        }
        return sum % 11 % 10;
    }

    private static int digit(String digits, int index) {
        return digits.charAt(index) - '0';
    }
}
