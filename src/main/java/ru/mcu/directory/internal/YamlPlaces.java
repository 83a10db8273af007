package ru.mcu.directory.internal;

import java.io.StringReader;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Finds the line of a YAML text on which a path such as {@code bodies[3].block} stands. */
final class YamlPlaces {

    private static final Pattern STEP = Pattern.compile("\\[(\\d+)]|([^.\\[]+)");

    private final @Nullable Node root;

    YamlPlaces(String yaml) {
        this.root = new Yaml().compose(new StringReader(yaml));
    }

    /** The line, counted from 1, of the path or of its nearest ancestor that exists. */
    int line(String path) {
        Node node = root;
        int line = 1;
        Matcher step = STEP.matcher(path);
        while (node != null && step.find()) {
            node = step.group(1) == null ? child(node, step.group(2)) : element(node, Integer.parseInt(step.group(1)));
            line = node == null ? line : node.getStartMark().getLine() + 1;
        }
        return line;
    }

    private static @Nullable Node child(Node node, String key) {
        if (node instanceof MappingNode mapping) {
            for (NodeTuple entry : mapping.getValue()) {
                if (entry.getKeyNode() instanceof ScalarNode name
                        && name.getValue().equals(key)) {
                    return entry.getValueNode();
                }
            }
        }
        return null;
    }

    private static @Nullable Node element(Node node, int index) {
        return node instanceof SequenceNode list && index < list.getValue().size()
                ? list.getValue().get(index)
                : null;
    }
}
