package org.counterclaim.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IssuerServerTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String GRANT = "grant_type=client_credentials";

    private final HttpClient http = HttpClient.newHttpClient();

    @TempDir
    Path folder;

    private LocalIssuer issuer;
    private IssuerServer server;

    @BeforeEach
    void open() {
        issuer = LocalIssuer.in(folder);
        server = IssuerServer.open(issuer, 0, Duration.ofMinutes(5));
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void itDescribesItself() throws Exception {
        JsonNode description = JSON.readTree(
                get(URI.create("http://127.0.0.1:" + server.port() + "/.well-known/openid-configuration")));
        assertEquals(LocalIssuer.ISSUER, description.path("issuer").asText());
        assertEquals(
                server.token().toString(), description.path("token_endpoint").asText());
        JsonNode keys =
                JSON.readTree(get(URI.create(description.path("jwks_uri").asText())));
        assertEquals(1, keys.path("keys").size());
        assertEquals("missing", keys.at("/keys/0/d").asText("missing"));
    }

    @Test
    void aServiceGetsAShortLivedTokenOfItsRole() throws Exception {
        HttpResponse<String> answer = ask(GRANT, "claim-service:" + issuer.clientSecret());
        assertEquals(200, answer.statusCode(), answer.body());
        JsonNode token = JSON.readTree(answer.body());
        assertEquals(300, token.path("expires_in").asInt());
        JsonNode claims = JSON.readTree(Base64.getUrlDecoder()
                .decode(token.path("access_token").asText().split("\\.")[1]));
        assertEquals("claim-service", claims.path("sub").asText());
        assertEquals("[\"service\"]", claims.path("groups").toString());
        assertEquals("counterclaim", claims.path("aud").asText());
        assertEquals(300, claims.path("exp").asLong() - claims.path("iat").asLong());
        assertEquals(1, server.issued());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "claim-service", "claim-service:", "claim-service:guessed", ":guessed"})
    void whoDoesNotKnowTheSecretGetsNone(String credentials) throws Exception {
        HttpResponse<String> answer = ask(GRANT, credentials);
        assertEquals(401, answer.statusCode());
        assertEquals("{\"error\": \"invalid_client\"}", answer.body());
        assertEquals(0, server.issued());
    }

    @Test
    void peopleGetNoTokenHere() throws Exception {
        String secret = "newsroom:" + issuer.clientSecret();
        assertEquals(
                400, ask("grant_type=password&username=ada&password=x", secret).statusCode());
        assertEquals(400, ask("", secret).statusCode());
    }

    @Test
    void whatItHasOutlivesARestart() throws Exception {
        String keys = get(server.keys());
        String secret = issuer.clientSecret();
        LocalIssuer again = LocalIssuer.in(folder);
        assertEquals(keys, again.publicKeys());
        assertEquals(secret, again.clientSecret());
        issuer.rotate();
        assertNotEquals(keys, get(server.keys()));
        assertEquals(get(server.keys()), LocalIssuer.in(folder).publicKeys());
    }

    @Test
    void aPortThatIsTakenIsRefused() {
        assertThrows(Refusal.class, () -> IssuerServer.open(issuer, server.port(), Duration.ofMinutes(5)));
    }

    private HttpResponse<String> ask(String form, String credentials) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(server.token())
                        .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes()))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.ofString());
    }

    private String get(URI address) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
                .body();
    }
}
