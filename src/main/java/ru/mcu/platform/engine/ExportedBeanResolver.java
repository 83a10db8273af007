package ru.mcu.platform.engine;

import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;
import org.camunda.bpm.impl.juel.jakarta.el.ExpressionFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.support.AopUtils;
import org.springframework.util.ClassUtils;

/**
 * Resolves {@code bean} and {@code bean.method(…)} for exported beans. It comes before process variables, so that no
 * variable submitted by a client can take a bean's place.
 */
class ExportedBeanResolver extends ReadOnlyResolver {

    private final ExportedBeans beans;

    ExportedBeanResolver(ExportedBeans beans) {
        this.beans = beans;
    }

    @Override
    public @Nullable Object getValue(ELContext context, @Nullable Object base, Object property) {
        if (base == null && property instanceof String name && beans.exports(name)) {
            context.setPropertyResolved(true);
            return beans.get(name);
        }
        return null;
    }

    @Override
    public @Nullable Object invoke(
            ELContext context,
            @Nullable Object base,
            Object method,
            Class<?> @Nullable [] types,
            @Nullable Object[] arguments) {
        if (base == null || !beans.isExported(base)) {
            return null;
        }
        context.setPropertyResolved(true);
        Class<?> type = ClassUtils.getUserClass(AopUtils.getTargetClass(base));
        return CallableMethod.find(type, String.valueOf(method), arguments.length)
                .orElseThrow(() -> new ELException("Нет такого метода у бина: " + method))
                .call(base, arguments, (ExpressionFactory) context.getContext(ExpressionFactory.class));
    }
}
