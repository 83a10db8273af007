package ru.mcu.platform.engine;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Optional;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;
import org.camunda.bpm.impl.juel.jakarta.el.ExpressionFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.support.AopUtils;
import org.springframework.util.ReflectionUtils;

/** A public method that an expression may call; methods of {@code Object} (among them {@code getClass}) are never found. */
record CallableMethod(Method method) {

    static Optional<CallableMethod> find(Class<?> type, String name, int parameters) {
        return Arrays.stream(type.getMethods())
                .filter(it -> it.getName().equals(name) && it.getParameterCount() == parameters)
                .filter(it -> !it.isBridge() && !Modifier.isStatic(it.getModifiers()))
                .filter(it -> !it.getDeclaringClass().equals(Object.class))
                .findFirst()
                .map(CallableMethod::new);
    }

    /** Calls the method, converting arguments as expressions do; what it throws becomes the cause of an ELException. */
    @Nullable
    Object call(Object target, @Nullable Object[] arguments, ExpressionFactory conversion) {
        Class<?>[] types = method.getParameterTypes();
        @Nullable Object[] converted = new Object[types.length];
        for (int i = 0; i < types.length; i++) {
            converted[i] = conversion.coerceToType(arguments[i], types[i]);
        }
        Method invocable = AopUtils.selectInvocableMethod(method, target.getClass());
        ReflectionUtils.makeAccessible(invocable);
        try {
            return invocable.invoke(target, converted);
        } catch (InvocationTargetException e) {
            throw new ELException(e.getTargetException());
        } catch (IllegalAccessException e) {
            throw new ELException(e);
        }
    }
}
