package org.counterclaim.local;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A {@link LocalIssuer} on 127.0.0.1, as services meet any OIDC issuer: its keys, its description, and tokens for services by
 * the client credentials grant (RFC 6749, section 4.4). People get no tokens here.
 */
public final class IssuerServer implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String KEYS = "/jwks.json";
    private static final String TOKEN = "/token";
    private static final int MAX_FORM = 4_096;

    private final LocalIssuer issuer;
    private final Duration tokenLife;
    private final HttpServer server;
    private final ExecutorService threads;
    private final AtomicInteger issued = new AtomicInteger();

    private IssuerServer(LocalIssuer issuer, HttpServer server, Duration tokenLife) {
        this.issuer = issuer;
        this.server = server;
        this.tokenLife = tokenLife;
        this.threads = Executors.newFixedThreadPool(4, task -> {
            Thread thread = new Thread(task, "issuer");
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Opens it.
     *
     * @param port 0 for one that is free
     * @param tokenLife how long a service's token is good
     * @throws Refusal if the port cannot be used
     */
    public static IssuerServer open(LocalIssuer issuer, int port, Duration tokenLife) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
            IssuerServer opened = new IssuerServer(issuer, server, tokenLife);
            server.setExecutor(opened.threads);
            server.createContext("/", opened::answer);
            server.start();
            return opened;
        } catch (IOException e) {
            throw Refusal.because("The issuer cannot listen on port " + port + ": " + e.getMessage(), e);
        }
    }

    /** Where it listens. */
    public int port() {
        return server.getAddress().getPort();
    }

    /** Where its keys are. */
    public URI keys() {
        return at(KEYS);
    }

    /** Where services get tokens. */
    public URI token() {
        return at(TOKEN);
    }

    /** How many tokens it has given to services. */
    public int issued() {
        return issued.get();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private URI at(String path) {
        return URI.create("http://127.0.0.1:" + port() + path);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            switch (exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath()) {
                case "GET " + KEYS -> send(exchange, 200, issuer.publicKeys());
                case "GET /.well-known/openid-configuration" ->
                    send(exchange, 200, JSON.writeValueAsString(describe()));
                case "POST " + TOKEN -> issue(exchange);
                default -> send(exchange, 404, "{}");
            }
        }
    }

    private Map<String, Object> describe() {
        return Map.of(
                "issuer", LocalIssuer.ISSUER,
                "jwks_uri", keys(),
                "token_endpoint", token(),
                "grant_types_supported", List.of("client_credentials"),
                "response_types_supported", List.of("none"),
                "subject_types_supported", List.of("public"),
                "id_token_signing_alg_values_supported", List.of("ES256"),
                "token_endpoint_auth_methods_supported", List.of("client_secret_basic"));
    }

    /** To a service that knows the secret; its name is what it says it is. */
    private void issue(HttpExchange exchange) throws IOException {
        String form = new String(exchange.getRequestBody().readNBytes(MAX_FORM), StandardCharsets.UTF_8);
        String client = provenClient(exchange.getRequestHeaders().getFirst("Authorization"));
        if (client == null) {
            exchange.getResponseHeaders().set("WWW-Authenticate", "Basic");
            send(exchange, 401, "{\"error\": \"invalid_client\"}");
        } else if (!List.of(form.split("&")).contains("grant_type=client_credentials")) {
            send(exchange, 400, "{\"error\": \"unsupported_grant_type\"}");
        } else {
            issued.incrementAndGet();
            send(
                    exchange,
                    200,
                    JSON.writeValueAsString(Map.of(
                            "access_token", issuer.token(client, Set.of("service"), tokenLife),
                            "token_type", "Bearer",
                            "expires_in", tokenLife.toSeconds())));
        }
    }

    /** Null if it proves nothing. */
    private String provenClient(String basic) {
        if (basic == null || !basic.matches("Basic [A-Za-z0-9+/]+={0,2}")) {
            return null;
        }
        String[] pair =
                new String(Base64.getDecoder().decode(basic.substring(6)), StandardCharsets.UTF_8).split(":", 2);
        boolean proven = pair.length == 2
                && !pair[0].isBlank()
                && MessageDigest.isEqual(
                        pair[1].getBytes(StandardCharsets.UTF_8),
                        issuer.clientSecret().getBytes(StandardCharsets.UTF_8));
        return proven ? pair[0] : null;
    }

    private static void send(HttpExchange exchange, int status, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }
}
