package ru.mcu.platform.deploy;

/**
 * One reason why a set cannot be deployed, in Russian.
 *
 * @param file resource name
 * @param element id of the element, or a dash when the whole file is meant
 * @param rule the rule that is broken
 * @param advice what to do
 */
public record Objection(String file, String element, String rule, String advice) {

    @Override
    public String toString() {
        return file + " · " + element + " · " + rule + " → " + advice;
    }
}
