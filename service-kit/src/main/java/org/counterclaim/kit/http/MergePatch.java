package org.counterclaim.kit.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import org.counterclaim.kit.problem.Problem;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** JSON Merge Patch (RFC 7396), which is what PATCH takes here. */
public class MergePatch {

    /** The media type of a patch. */
    public static final String TYPE = "application/merge-patch+json";

    private static final String ACCEPT_PATCH = "Accept-Patch";

    /**
     * A thing with a patch applied: members are replaced, null takes one away, lists are replaced as a whole.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 if the patch is no object: it would replace the thing itself
     */
    public static ObjectNode apply(ObjectNode target, JsonNode patch) {
        if (!patch.isObject()) {
            throw Problem.MALFORMED.because("A merge patch of this is a JSON object.");
        }
        return merged(target, patch);
    }

    private static ObjectNode merged(JsonNode target, JsonNode patch) {
        ObjectNode result =
                target instanceof ObjectNode object ? object.deepCopy() : JsonNodeFactory.instance.objectNode();
        patch.fields().forEachRemaining(member -> {
            String name = member.getKey();
            JsonNode value = member.getValue();
            if (value.isNull()) {
                result.remove(name);
            } else {
                result.set(name, value.isObject() ? merged(result.get(name), value) : value);
            }
        });
        return result;
    }

    /** Says with a 415 what PATCH takes (RFC 5789). */
    @ServerResponseFilter
    void name(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getStatus() == 415 && request.getMethod().equals("PATCH")) {
            response.getHeaders().putSingle(ACCEPT_PATCH, TYPE);
        }
    }
}
