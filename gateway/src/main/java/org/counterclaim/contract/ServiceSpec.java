package org.counterclaim.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.smallrye.openapi.api.SmallRyeOpenAPI;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.models.OpenAPI;

/**
 * The contract that a service has committed. The build puts it on the class path.
 */
enum ServiceSpec {
    ARTICLE_SERVICE("ArticleService"),
    CLAIM_SERVICE("ClaimService");

    private static final String REFERENCE = "#/components/";

    /** Components that mean the same in every service. */
    private static final Set<String> SHARED = Set.of("schemas/Problem");

    private static final String SHARED_KIND = "securitySchemes";

    private final String prefix;

    ServiceSpec(String prefix) {
        this.prefix = prefix;
    }

    /** The service with this name. */
    static Optional<ServiceSpec> named(String service) {
        return Arrays.stream(values())
                .filter(spec -> spec.service().equals(service))
                .findFirst();
    }

    String service() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What the names of its components begin with beside those of other services. */
    String prefix() {
        return prefix;
    }

    /** The bytes as they were committed. */
    Optional<byte[]> bytes() {
        String path = "contracts/" + service() + "/openapi.yaml";
        try (InputStream file = Thread.currentThread().getContextClassLoader().getResourceAsStream(path)) {
            return file == null ? Optional.empty() : Optional.of(file.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The document with every component under a name that no other service has. */
    Optional<OpenAPI> document() {
        return bytes().map(this::prefixed).map(ServiceSpec::parse);
    }

    private byte[] prefixed(byte[] yaml) {
        try {
            YAMLMapper mapper = new YAMLMapper();
            JsonNode document = mapper.readTree(yaml);
            renameComponents(document.path("components"));
            renameReferences(document);
            return document.toString().getBytes(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void renameComponents(JsonNode components) {
        components.fields().forEachRemaining(kind -> {
            ObjectNode byName = (ObjectNode) kind.getValue();
            Map<String, JsonNode> renamed = new TreeMap<>();
            byName.fields().forEachRemaining(c -> renamed.put(rename(kind.getKey(), c.getKey()), c.getValue()));
            byName.removeAll();
            byName.setAll(renamed);
        });
    }

    private void renameReferences(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.fields().forEachRemaining(member -> member.setValue(renamed(member.getValue())));
        } else if (node instanceof ArrayNode array) {
            array.forEach(this::renameReferences);
        }
    }

    /** A reference's text is renamed wherever it stands: a discriminator's mapping has some without {@code $ref}. */
    private JsonNode renamed(JsonNode value) {
        if (value.isTextual() && value.asText().startsWith(REFERENCE)) {
            String[] path = value.asText().substring(REFERENCE.length()).split("/", 2);
            return TextNode.valueOf(REFERENCE + path[0] + "/" + rename(path[0], path[1]));
        }
        renameReferences(value);
        return value;
    }

    private String rename(String kind, String name) {
        return kind.equals(SHARED_KIND) || SHARED.contains(kind + "/" + name) ? name : prefix + name;
    }

    private static OpenAPI parse(byte[] json) {
        return SmallRyeOpenAPI.builder()
                .enableModelReader(false)
                .enableStandardStaticFiles(false)
                .enableAnnotationScan(false)
                .enableStandardFilter(false)
                .withCustomStaticFile(() -> new ByteArrayInputStream(json))
                .build()
                .model();
    }
}
