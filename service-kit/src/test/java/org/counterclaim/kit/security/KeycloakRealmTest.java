package org.counterclaim.kit.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** That the example of a Keycloak realm fits what the services expect of an issuer. */
class KeycloakRealmTest {

    private static final Path ROOT = Path.of(System.getProperty("root.dir"));

    private final JsonNode realm = read();
    private final Trust.Issuer expected = new SmallRyeConfigBuilder()
            .withMapping(Trust.class)
            .withSources(new PropertiesConfigSource(
                    Map.of("counterclaim.trust.editors.issuer", "x", "counterclaim.trust.editors.jwks", "y"),
                    "test",
                    1))
            .build()
            .getConfigMapping(Trust.class)
            .issuers()
            .get("editors");

    @Test
    void itsRolesAreOurs() {
        assertEquals(
                Set.of(Caller.REPORTER, Caller.EDITOR, Caller.ADMIN, Caller.SERVICE),
                texts(realm.at("/roles/realm"), "name"));
    }

    @Test
    void everyClientsTokensHaveOurAudienceAndTheRolesWhereTheyAreLookedFor() {
        assertEquals(Set.of("newsroom", "claim-service", "gateway"), texts(realm.path("clients"), "clientId"));
        for (JsonNode client : realm.path("clients")) {
            JsonNode audience = mapper(client, "oidc-audience-mapper");
            assertEquals(
                    expected.audience(),
                    audience.path("included.custom.audience").asText());
            assertEquals("true", audience.path("access.token.claim").asText());
            JsonNode roles = mapper(client, "oidc-usermodel-realm-role-mapper");
            assertEquals(expected.rolesClaim(), roles.path("claim.name").asText());
            assertEquals("true", roles.path("access.token.claim").asText());
        }
    }

    @Test
    void peopleComeByAuthorizationCodeWithPkceAndServicesByClientCredentials() throws IOException {
        JsonNode newsroom = client("newsroom");
        assertTrue(newsroom.path("publicClient").asBoolean()
                && newsroom.path("standardFlowEnabled").asBoolean());
        assertEquals(
                "S256",
                newsroom.path("attributes").path("pkce.code.challenge.method").asText());
        for (String service : List.of("claim-service", "gateway")) {
            assertTrue(client(service).path("serviceAccountsEnabled").asBoolean());
            JsonNode account = StreamSupport.stream(realm.path("users").spliterator(), false)
                    .filter(user -> user.path("serviceAccountClientId").asText().equals(service))
                    .findFirst()
                    .orElseThrow();
            assertEquals(
                    "[\"" + Caller.SERVICE + "\"]", account.path("realmRoles").toString());
        }
        assertTrue(Files.readString(ROOT.resolve("claim-service/src/main/resources/application.properties"))
                .contains("quarkus.oidc-client.client-id=${SERVICE_CLIENT_ID:claim-service}"));
        for (JsonNode client : realm.path("clients")) {
            assertTrue(!client.path("implicitFlowEnabled").asBoolean()
                    && !client.path("directAccessGrantsEnabled").asBoolean());
        }
    }

    @Test
    void noSecretStandsInIt() {
        Set<String> secrets = new HashSet<>();
        realm.findValues("secret").forEach(secret -> secrets.add(secret.asText()));
        assertEquals(Set.of("${CLAIM_SERVICE_CLIENT_SECRET}", "${GATEWAY_CLIENT_SECRET}"), secrets);
        assertTrue(realm.findValues("credentials").isEmpty());
    }

    private JsonNode client(String id) {
        return StreamSupport.stream(realm.path("clients").spliterator(), false)
                .filter(client -> client.path("clientId").asText().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode mapper(JsonNode client, String kind) {
        return StreamSupport.stream(client.path("protocolMappers").spliterator(), false)
                .filter(mapper -> mapper.path("protocolMapper").asText().equals(kind))
                .findFirst()
                .orElseThrow()
                .path("config");
    }

    private static Set<String> texts(JsonNode list, String member) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(item -> item.path(member).asText())
                .collect(Collectors.toSet());
    }

    private static JsonNode read() {
        try {
            return new ObjectMapper()
                    .readTree(ROOT.resolve("deploy/keycloak/counterclaim-realm.json")
                            .toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
