package ru.mcu.platform.engine;

import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.stereotype.Component;
import org.springframework.util.ClassUtils;
import org.springframework.util.function.SingletonSupplier;
import ru.mcu.platform.BpmnBean;

/** The beans that models may call: those with {@link BpmnBean}, found by name and created only when called. */
@Component
public class ExportedBeans {

    private final ListableBeanFactory factory;
    private final Supplier<Set<String>> names;
    private final Supplier<Set<Class<?>>> types;

    ExportedBeans(ListableBeanFactory factory) {
        this.factory = factory;
        this.names = SingletonSupplier.of(() -> Set.of(factory.getBeanNamesForAnnotation(BpmnBean.class)));
        this.types = SingletonSupplier.of(() -> names().stream().map(this::type).collect(Collectors.toSet()));
    }

    /** All exported names. */
    public Set<String> names() {
        return names.get();
    }

    public boolean exports(String name) {
        return names().contains(name);
    }

    /** The bean's own class, proxies removed; the name must be exported. */
    public Class<?> type(String name) {
        Class<?> type = factory.getType(name);
        if (type == null || !exports(name)) {
            throw new IllegalArgumentException("not exported: " + name);
        }
        return ClassUtils.getUserClass(type);
    }

    /** Whether the bean has a public method of this name with so many parameters. */
    public boolean offers(String name, String method, int parameters) {
        return CallableMethod.find(type(name), method, parameters).isPresent();
    }

    Object get(String name) {
        return factory.getBean(name);
    }

    boolean isExported(Object bean) {
        return types.get().contains(ClassUtils.getUserClass(AopUtils.getTargetClass(bean)));
    }
}
