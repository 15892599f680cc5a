package org.counterclaim.kit.http;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationConfig;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.counterclaim.kit.json.FieldMask;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Lets a reader of plain JSON name the members that he wants ({@code fields}); of a list they are those of each item. What he gets
 * is a variant of its own, with a tag of its own.
 */
public class Fields {

    /** Name of the query parameter. */
    public static final String NAME = "fields";

    /** What it can be. */
    public static final String PATTERN = "[@\\w]+(\\.[@\\w]+)*(,[@\\w]+(\\.[@\\w]+)*)*";

    private static final String ASKED = Fields.class.getName();
    private static final Set<String> AROUND_A_LIST = Set.of("items", "page", "facets");

    private final ObjectMapper json;
    private final RoutingContext exchange;

    Fields(ObjectMapper json, RoutingContext exchange) {
        this.json = json;
        this.exchange = exchange;
    }

    /** Whether an operation writes JSON of ours, member by member. */
    public static boolean areKnownTo(Method operation) {
        return operation.isAnnotationPresent(GET.class)
                && Stream.of(operation.getAnnotation(Produces.class), produced(operation))
                        .filter(produces -> produces != null)
                        .findFirst()
                        .map(produces -> Set.of(produces.value()).contains(MediaType.APPLICATION_JSON))
                        .orElse(false)
                && !isWritten(operation.getGenericReturnType().getTypeName());
    }

    /** Whether what an operation returns is written already: bytes, or a text in one of several forms. */
    public static boolean isWritten(String returned) {
        return returned.contains("byte[]") || returned.contains("RestResponse<java.lang.String>");
    }

    private static Produces produced(Method operation) {
        return operation.getDeclaringClass().getAnnotation(Produces.class);
    }

    /** After what the answer is written in has been settled. The tags that the reader has are of what he asked for, not of what the operation answers. */
    @ServerRequestFilter(priority = Priorities.USER + 1)
    void read(ContainerRequestContext request) {
        String fields = request.getUriInfo().getQueryParameters().getFirst(NAME);
        if (fields == null) {
            return;
        }
        if (!fields.matches(PATTERN)) {
            throw QueryParameters.invalid(NAME, "Names of members with commas between them, such as id,sections.text.");
        }
        MediaType form = Negotiation.settled(exchange);
        if (form != null && !form.equals(MediaType.APPLICATION_JSON_TYPE)) {
            throw QueryParameters.invalid(NAME, "Members are those of application/json: ask for that.");
        }
        List<String> known = request.getHeaders().remove(HttpHeaders.IF_NONE_MATCH);
        List<String> paths = Stream.of(fields.split(",")).sorted().distinct().toList();
        request.setProperty(ASKED, new Asked(paths, known == null ? null : String.join(", ", known)));
    }

    @ServerResponseFilter
    void shape(ContainerRequestContext request, ContainerResponseContext response, ResourceInfo operation) {
        if (request.getProperty(ASKED) instanceof Asked asked && response.getStatus() == 200) {
            JavaType type = written(operation.getResourceMethod(), response.getEntity());
            Object tag = response.getHeaders().getFirst(HttpHeaders.ETAG);
            String variant = tag == null ? null : Preconditions.variant(tag.toString(), asked.paths());
            response.getHeaders().computeIfPresent(HttpHeaders.ETAG, (name, value) -> List.of(variant));
            JsonNode shaped = shaped(asked, type, response.getEntity());
            if (variant != null && Preconditions.notModified(asked.ifNoneMatch(), variant)) {
                response.setStatus(304);
                response.setEntity(null);
            } else {
                response.setEntity(shaped);
            }
        }
    }

    private JsonNode shaped(Asked asked, JavaType type, Object entity) {
        SerializationConfig mapping = json.getSerializationConfig();
        FieldMask mask = FieldMask.of(asked.paths());
        Set<String> members = FieldMask.membersOf(type, mapping).keySet();
        boolean list = members.contains("items") && AROUND_A_LIST.containsAll(members);
        mask.unknown(list ? FieldMask.membersOf(type, mapping).get("items") : type, mapping)
                .ifPresent(path -> {
                    throw QueryParameters.invalid(NAME, "There is no member " + path + ".");
                });
        JsonNode tree = json.valueToTree(entity);
        mask.keep(list ? tree.path("items") : tree);
        return tree;
    }

    /** What the operation says that it answers, which knows of a list's items even if there is none; else what it did answer. */
    private JavaType written(Method operation, Object entity) {
        JavaType type = json.constructType(operation.getGenericReturnType());
        while (type.hasRawClass(Uni.class) || type.hasRawClass(RestResponse.class)) {
            type = type.containedType(0);
        }
        return type.isJavaLangObject() ? json.constructType(entity.getClass()) : type;
    }

    /**
     * @param paths of the members, in order
     * @param ifNoneMatch the tags that the reader has, null if he has none
     */
    private record Asked(List<String> paths, String ifNoneMatch) {}
}
