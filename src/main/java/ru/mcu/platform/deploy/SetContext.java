package ru.mcu.platform.deploy;

import java.util.Set;
import java.util.function.Predicate;

/**
 * What a rule may know besides its own file: what stands in the same set, and what is deployed already.
 *
 * @param clauses known clause ids such as {@code stavropol:III.9.5}
 */
record SetContext(Predicate<String> form, Predicate<String> process, Predicate<String> decision, Set<String> clauses) {}
