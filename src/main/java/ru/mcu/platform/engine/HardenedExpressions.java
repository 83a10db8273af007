package ru.mcu.platform.engine;

import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.impl.el.VariableContextElResolver;
import org.camunda.bpm.engine.impl.el.VariableScopeElResolver;
import org.camunda.bpm.impl.juel.jakarta.el.CompositeELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ListELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.MapELResolver;

/**
 * Takes the place of the engine's expression language, which would let anybody who can deploy a model or save a filter
 * run any code. There is no general bean resolver: what no resolver below knows (strings, classes, loaders, reflection,
 * Spring's context) has neither properties nor methods. BPMN, task filters and JUEL in decision tables all come here.
 */
class HardenedExpressions extends JuelExpressionManager {

    private final ExportedBeans exported;

    HardenedExpressions(ExportedBeans exported) {
        this.exported = exported;
    }

    @Override
    protected ELResolver createElResolver() {
        CompositeELResolver resolvers = new CompositeELResolver();
        resolvers.add(new ExportedBeanResolver(exported));
        resolvers.add(new VariableScopeElResolver());
        resolvers.add(new VariableContextElResolver());
        resolvers.add(new EngineObjectResolver());
        resolvers.add(new ListELResolver(true));
        resolvers.add(new MapELResolver(true));
        return resolvers;
    }
}
