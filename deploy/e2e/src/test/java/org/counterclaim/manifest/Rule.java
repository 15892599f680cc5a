package org.counterclaim.manifest;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** One of the rules, which are the methods of the classes here. */
record Rule(Method method) {

    private static final List<Class<?>> WHERE = List.of(
            PodRules.class,
            SecurityRules.class,
            ProbeRules.class,
            ScalingRules.class,
            NetworkRules.class,
            ConfigRules.class,
            EdgeRules.class,
            MonitoringRules.class,
            BackupRules.class);

    static List<Rule> all() {
        return WHERE.stream()
                .flatMap(each -> Arrays.stream(each.getDeclaredMethods()))
                .filter(each -> !Modifier.isPrivate(each.getModifiers()) && !each.isSynthetic())
                .filter(each -> List.of(each.getParameterTypes()).equals(List.of(Manifests.class)))
                .map(Rule::new)
                .toList();
    }

    String name() {
        return method.getName();
    }

    /** What breaks it. */
    List<String> broken(Manifests all) {
        try {
            return ((Stream<?>) method.invoke(null, all)).map(String::valueOf).toList();
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(name(), e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return name();
    }
}
