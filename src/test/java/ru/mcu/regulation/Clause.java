package ru.mcu.regulation;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Says which clauses of the acts a test proves; the test is then listed under them in {@code docs/regulation.md}. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface Clause {

    /** Ids of {@code config/regulation/clauses.yaml}, such as {@code rubtsovsk:2.2.6}. */
    String[] value();
}
