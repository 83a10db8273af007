package ru.mcu.platform.engine;

import java.util.Optional;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;
import org.camunda.bpm.impl.juel.jakarta.el.ExpressionFactory;
import org.jspecify.annotations.Nullable;

/** Lets expressions reach no more of {@code execution}, {@code task} and {@code dateTime()} than {@link EngineObject} lists. */
class EngineObjectResolver extends ReadOnlyResolver {

    @Override
    public @Nullable Object getValue(ELContext context, @Nullable Object base, Object property) {
        Optional<EngineObject> known = EngineObject.of(base);
        if (base == null || known.isEmpty()) {
            return null;
        }
        return call(context, base, known.get(), EngineObject.getter(String.valueOf(property)));
    }

    @Override
    public @Nullable Object invoke(
            ELContext context,
            @Nullable Object base,
            Object method,
            Class<?> @Nullable [] types,
            @Nullable Object[] arguments) {
        Optional<EngineObject> known = EngineObject.of(base);
        if (base == null || known.isEmpty()) {
            return null;
        }
        return call(context, base, known.get(), String.valueOf(method), arguments);
    }

    private static @Nullable Object call(
            ELContext context, Object base, EngineObject object, String method, @Nullable Object... arguments) {
        context.setPropertyResolved(true);
        return object.method(method, arguments.length)
                .orElseThrow(() -> new ELException("Выражению запрещено вызывать: " + method))
                .call(base, arguments, (ExpressionFactory) context.getContext(ExpressionFactory.class));
    }
}
