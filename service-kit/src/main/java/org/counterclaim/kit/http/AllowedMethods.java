package org.counterclaim.kit.http;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Singleton;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jboss.resteasy.reactive.server.mapping.RequestMapper;
import org.jboss.resteasy.reactive.server.mapping.RequestMapper.RequestPath;
import org.jboss.resteasy.reactive.server.mapping.URITemplate;

/** Adds the {@code Allow} that RFC 9110 asks of a 405: the framework knows the methods and does not say them. */
@Singleton
public class AllowedMethods {

    private final RequestMapper<Set<String>> methods;

    AllowedMethods(BeanManager beans) {
        Map<String, Set<String>> byPath = new TreeMap<>();
        beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
                .map(bean -> (Class<?>) bean.getBeanClass())
                .filter(resource -> resource.isAnnotationPresent(Path.class))
                .flatMap(resource -> Arrays.stream(resource.getDeclaredMethods()))
                .forEach(operation -> verbs(operation)
                        .forEach(verb -> byPath.computeIfAbsent(path(operation), p -> new TreeSet<>())
                                .add(verb)));
        this.methods = new RequestMapper<>(byPath.entrySet().stream()
                .map(entry -> new RequestPath<>(false, new URITemplate(entry.getKey(), false), entry.getValue()))
                .collect(Collectors.toCollection(ArrayList::new)));
    }

    @ServerResponseFilter
    void name(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getStatus() == 405) {
            RequestMapper.RequestMatch<Set<String>> match =
                    methods.map(request.getUriInfo().getPath());
            if (match != null) {
                response.getHeaders().putSingle(HttpHeaders.ALLOW, String.join(", ", match.value));
            }
        }
    }

    private static Stream<String> verbs(Method operation) {
        return Arrays.stream(operation.getAnnotations())
                .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                .filter(verb -> verb != null)
                .flatMap(verb -> verb.value().equals("GET") ? Stream.of("GET", "HEAD") : Stream.of(verb.value()));
    }

    private static String path(Method operation) {
        Path own = operation.getAnnotation(Path.class);
        return operation.getDeclaringClass().getAnnotation(Path.class).value() + (own == null ? "" : own.value());
    }
}
