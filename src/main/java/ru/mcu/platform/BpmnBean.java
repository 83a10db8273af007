package ru.mcu.platform;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.core.annotation.AliasFor;
import org.springframework.stereotype.Component;

/** Exports a bean to the models: expressions in BPMN, DMN and task filters see beans with this annotation and no others. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Component
public @interface BpmnBean {

    /** The name by which models call the bean. */
    @AliasFor(annotation = Component.class, attribute = "value")
    String value();
}
