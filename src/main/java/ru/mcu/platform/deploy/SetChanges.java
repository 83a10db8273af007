package ru.mcu.platform.deploy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.springframework.stereotype.Component;

/**
 * Finds what of a set is new, so that editing one model gives no new version to its neighbours. The engine's own filter
 * by resource would part a model from its forms, which must lie in the deployment of the model.
 */
@Component
class SetChanges {

    private final RepositoryService repository;

    SetChanges(RepositoryService repository) {
        this.repository = repository;
    }

    /** Models that differ, or whose forms differ, from their newest deployment of this name; each with all its forms. */
    Map<String, byte[]> in(ProcessSet set, String deploymentName) {
        Map<String, String> newest = newestDeployments(deploymentName);
        Map<String, byte[]> changed = new TreeMap<>();
        set.resources().forEach((name, bytes) -> {
            if (!name.startsWith(ProcessSet.FORMS)) {
                Map<String, byte[]> unit = withForms(name, bytes, set);
                String deployment = newest.get(name);
                if (deployment == null || !holds(deployment, unit)) {
                    changed.putAll(unit);
                }
            }
        });
        return changed;
    }

    /** Resource to the id of the newest deployment that brought it. */
    private Map<String, String> newestDeployments(String deploymentName) {
        List<Deployment> oldestFirst = repository
                .createDeploymentQuery()
                .deploymentName(deploymentName)
                .orderByDeploymentTime()
                .asc()
                .list();
        Map<String, String> newest = new TreeMap<>();
        for (Deployment deployment : oldestFirst) {
            repository
                    .getDeploymentResourceNames(deployment.getId())
                    .forEach(resource -> newest.put(resource, deployment.getId()));
        }
        return newest;
    }

    private static Map<String, byte[]> withForms(String model, byte[] bytes, ProcessSet set) {
        Map<String, byte[]> unit = new TreeMap<>(Map.of(model, bytes));
        Matcher form = FormRule.FORM.matcher(new String(bytes, StandardCharsets.UTF_8));
        while (form.find()) {
            byte[] content = set.resources().get(form.group(1));
            if (content != null) {
                unit.put(form.group(1), content);
            }
        }
        return unit;
    }

    private boolean holds(String deployment, Map<String, byte[]> unit) {
        List<String> there = repository.getDeploymentResourceNames(deployment);
        return unit.entrySet().stream()
                .allMatch(it ->
                        there.contains(it.getKey()) && Arrays.equals(it.getValue(), content(deployment, it.getKey())));
    }

    private byte[] content(String deployment, String resource) {
        try (InputStream in = repository.getResourceAsStream(deployment, resource)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + resource, e);
        }
    }
}
