package ru.mcu.platform.security;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.util.ClassUtils;

/** Lists the addresses of JAX-RS resources by their annotations, through the objects that resources hand over to. */
final class JaxRsAddresses {

    private static final int DEEPEST = 6;

    private JaxRsAddresses() {}

    /** Addresses such as {@code GET /engine-rest/task/{id}}. */
    static Set<String> of(Collection<Class<?>> resources, String root) {
        Set<String> addresses = new TreeSet<>();
        for (Class<?> resource : resources) {
            for (Class<?> type : declaring(resource)) {
                Path path = type.getAnnotation(Path.class);
                if (path != null) {
                    collect(resource, join(root, path.value()), addresses, 0);
                    break;
                }
            }
        }
        return addresses;
    }

    /** The address with a value in the place of each variable. */
    static String filled(String address, String value) {
        StringBuilder path = new StringBuilder();
        int depth = 0;
        for (char letter : address.toCharArray()) {
            if (letter == '{' && depth++ == 0) {
                path.append(value);
            } else if (letter == '}') {
                depth--;
            } else if (depth == 0) {
                path.append(letter);
            }
        }
        return path.toString().replace("/**", "/" + value);
    }

    private static void collect(Class<?> resource, String root, Set<String> addresses, int depth) {
        for (Class<?> type : declaring(resource)) {
            for (Method method : type.getDeclaredMethods()) {
                Path path = method.getAnnotation(Path.class);
                String address = path == null ? root : join(root, path.value());
                List<String> verbs = verbs(method);
                verbs.forEach(it -> addresses.add(it + " " + address.replace(" ", "")));
                if (verbs.isEmpty() && path != null && depth < DEEPEST && !method.isBridge()) {
                    collect(method.getReturnType(), address, addresses, depth + 1);
                }
            }
        }
    }

    private static List<Class<?>> declaring(Class<?> resource) {
        List<Class<?>> types = new ArrayList<>();
        for (Class<?> type = resource; type != null && type != Object.class; type = type.getSuperclass()) {
            types.add(type);
        }
        types.addAll(ClassUtils.getAllInterfacesForClassAsSet(resource));
        return types;
    }

    private static List<String> verbs(Method method) {
        List<String> verbs = new ArrayList<>();
        for (Annotation annotation : method.getAnnotations()) {
            HttpMethod verb = annotation.annotationType().getAnnotation(HttpMethod.class);
            if (verb != null) {
                verbs.add(verb.value());
            }
        }
        return verbs;
    }

    private static String join(String root, String path) {
        return path.isEmpty() || "/".equals(path) ? root : root + (path.startsWith("/") ? "" : "/") + path;
    }
}
