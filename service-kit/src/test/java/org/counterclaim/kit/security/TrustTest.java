package org.counterclaim.kit.security;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.jwt.auth.principal.ParseException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.counterclaim.kit.fixture.Tokens;
import org.counterclaim.kit.fixture.Wire;
import org.counterclaim.local.IssuerServer;
import org.counterclaim.local.LocalIssuer;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.keys.HmacKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which tokens are believed, and in what; over the real way to the issuers' keys. */
class TrustTest {

    private static final Map<String, String> ACCESS_TOKEN = Map.of("typ", "at+jwt");

    @TempDir
    Path temp;

    private LocalIssuer newsroom;
    private LocalIssuer gateway;
    private IssuerServer newsroomServer;
    private IssuerServer gatewayServer;
    private Wire wire;
    private TrustedIssuers trust;

    @BeforeEach
    void open() {
        newsroom = LocalIssuer.in(temp.resolve("newsroom"));
        gateway = LocalIssuer.in(temp.resolve("gateway"));
        newsroomServer = IssuerServer.open(newsroom, 0, Duration.ofMinutes(5));
        gatewayServer = IssuerServer.open(gateway, 0, Duration.ofMinutes(5));
        wire = new Wire(newsroomServer.port());
        trust = trusting(Map.of());
    }

    @AfterEach
    void close() {
        wire.close();
        newsroomServer.close();
        gatewayServer.close();
    }

    @Test
    void theRolesOfTheNewsroomsIssuerAreBelieved() throws ParseException {
        TrustedToken rita = parse(newsroom.token("rita", Set.of("reporter"), Duration.ofMinutes(1)));
        assertEquals("rita", rita.getSubject());
        assertEquals(Set.of("reporter"), rita.getGroups());
        assertEquals(rita.getTokenID(), rita.credential());
        JwtClaims nameless = Tokens.reporterClaims();
        nameless.unsetClaim("jti");
        assertEquals(null, parse(newsroom.sign(nameless)).credential());
    }

    @Test
    void rolesAreFoundWhereTheIssuerPutsThem() throws ParseException {
        trust = trusting(Map.of("counterclaim.trust.editors.roles-claim", "realm_access/roles"));
        JwtClaims claims = Tokens.reporterClaims();
        claims.setClaim("realm_access", Map.of("roles", List.of("editor", "offline_access")));
        assertEquals(
                Set.of("editor", "offline_access"), parse(newsroom.sign(claims)).getGroups());
        for (Object odd : List.of("editor", 7, List.of(1, Map.of()), Map.of("roles", "editor"), Map.of("roles", 7))) {
            claims.setClaim("realm_access", odd);
            assertTrue(Set.of(Set.of(), Set.of("editor"))
                    .contains(parse(newsroom.sign(claims)).getGroups()));
        }
    }

    @Test
    void theScopesOfTheGatewayAreBelievedAsThisServiceUnderstandsThem() throws ParseException {
        assertEquals(Set.of(), key("read").getGroups());
        assertEquals(Set.of(), key("").getGroups());
        assertEquals(Set.of("reporter"), key("read write:articles").getGroups());
        assertEquals(Set.of(), key("write:claims").getGroups());
        assertEquals(
                Set.of("editor", "admin"),
                key("publish admin reporter editor service").getGroups());
        assertEquals(Tokens.PARTNER, key("read").getSubject());
        assertEquals(Tokens.KEY, key("read").credential());
    }

    @Test
    void neitherIssuerCanSayWhatIsTheOthersToSay() throws ParseException {
        JwtClaims roles = Tokens.keyClaims("read");
        roles.setStringListClaim("groups", "admin", "service");
        roles.setStringListClaim("roles", "admin");
        assertEquals(Set.of(), parse(gateway.sign(roles, ACCESS_TOKEN)).getGroups());
        JwtClaims scopes = Tokens.reporterClaims();
        scopes.setStringListClaim("groups", List.of());
        scopes.setStringClaim("scope", "read write:articles publish admin");
        scopes.setStringClaim("client_id", Tokens.KEY);
        TrustedToken token = parse(newsroom.sign(scopes));
        assertEquals(Set.of(), token.getGroups());
        assertEquals(token.getTokenID(), token.credential());
    }

    @Test
    void aTokenOfTheGatewayIsAnAccessToken() throws ParseException {
        JwtClaims claims = Tokens.keyClaims("publish");
        refused(gateway.sign(claims));
        refused(gateway.sign(claims, Map.of("typ", "logout+jwt")));
        assertEquals(
                Set.of("editor"),
                parse(gateway.sign(claims, Map.of("typ", "application/at+jwt"))).getGroups());
    }

    @Test
    void whatNobodyHasSignedIsRefused() {
        refused(Tokens.unsigned());
        String[] good = newsroom.sign(Tokens.reporterClaims()).split("\\.");
        refused(good[0] + "." + good[1] + ".");
        refused(good[0] + "." + base64(Tokens.keyClaims("admin").toJson()) + "." + good[2]);
        refused(base64("{\"alg\":\"none\"}") + "." + good[1] + "." + good[2]);
        LocalIssuer stranger = LocalIssuer.in(temp.resolve("stranger"));
        refused(stranger.sign(Tokens.reporterClaims()));
        refused(stranger.sign(Tokens.reporterClaims(), Map.of("kid", kid(newsroom))));
    }

    @Test
    void aPublicKeyIsNoSecret() throws Exception {
        JsonWebSignature forged = new JsonWebSignature();
        forged.setPayload(Tokens.reporterClaims().toJson());
        forged.setAlgorithmHeaderValue("HS256");
        forged.setKeyIdHeaderValue(kid(newsroom));
        byte[] published = new JsonWebKeySet(newsroom.publicKeys())
                .getJsonWebKeys()
                .get(0)
                .getKey()
                .getEncoded();
        forged.setKey(new HmacKey(published));
        refused(forged.getCompactSerialization());
        forged.setKey(new HmacKey(newsroom.publicKeys().getBytes(StandardCharsets.UTF_8)));
        refused(forged.getCompactSerialization());
    }

    @Test
    void aKeyIsGoodForItsOwnIssuerAlone() {
        refused(gateway.sign(Tokens.reporterClaims()));
        refused(newsroom.sign(Tokens.keyClaims("admin"), ACCESS_TOKEN));
        refused(newsroom.sign(Tokens.reporterClaims(), Map.of("kid", kid(gateway))));
    }

    @Test
    void whatATokenSaysOfItselfMustBeRight() {
        refused(claims -> claims.setAudience("another"));
        refused(claims -> claims.unsetClaim("aud"));
        refused(claims -> claims.setIssuer("https://issuer.example"));
        refused(claims -> claims.unsetClaim("iss"));
        refused(claims -> claims.setClaim("iss", List.of(LocalIssuer.ISSUER)));
        refused(claims -> claims.unsetClaim("exp"));
        refused(claims -> claims.unsetClaim("sub"));
        refused(claims -> claims.setExpirationTime(inSeconds(-70)));
        refused(claims -> claims.setNotBefore(inSeconds(70)));
        accepted(claims -> claims.setExpirationTime(inSeconds(-50)));
        accepted(claims -> claims.setNotBefore(inSeconds(50)));
        accepted(claims -> claims.setAudience("another", "counterclaim"));
    }

    @Test
    void whatIsNoTokenIsRefused() {
        List.of("", ".", "..", "a.b.c", "%00", base64("{}") + "." + base64("{}") + ".", base64("[]") + ".e30.e30")
                .forEach(this::refused);
        String deep = "{\"alg\":\"ES256\",\"x\":" + "[".repeat(5_000) + "]".repeat(5_000) + "}";
        refused(base64(deep) + "." + base64(deep) + ".AAAA");
        // an encrypted one, for which there is no key here
        refused(base64("{\"alg\":\"dir\",\"enc\":\"A128GCM\",\"zip\":\"DEF\"}") + "..AAAA.AAAA.AAAA");
    }

    @Test
    void aNewKeyIsGoodAndTheOldOneIsNot() {
        String before = newsroom.sign(Tokens.reporterClaims());
        good(before);
        newsroom.rotate();
        String after = newsroom.sign(Tokens.reporterClaims());
        await().until(() -> isGood(after));
        refused(before);
    }

    @Test
    void whileTheKeysCannotBeAskedForThoseThatAreKnownGoOn() {
        String known = newsroom.sign(Tokens.reporterClaims());
        good(known);
        wire.cut();
        newsroom.rotate();
        String unknown = newsroom.sign(Tokens.reporterClaims());
        good(known);
        await().until(() -> failure(unknown) instanceof KeysUnreachable);
        good(known);
        wire.mend();
        await().until(() -> isGood(unknown));
        refused(known);
    }

    @Test
    void withoutAnyKeyNobodyCanTell() {
        wire.cut();
        String token = newsroom.sign(Tokens.reporterClaims());
        assertInstanceOf(KeysUnreachable.class, failure(token));
        // what needs no key to be seen is seen
        refused(claims -> claims.setIssuer("https://issuer.example"));
        assertDoesNotThrow(() -> key("read"));
        wire.mend();
        await().until(() -> isGood(token));
    }

    @Test
    void anIssuerThatHangsHoldsUpNobodyForLong() throws Exception {
        try (ServerSocket mute = new ServerSocket()) {
            mute.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            trust = trusting(Map.of("counterclaim.trust.editors.jwks", "http://127.0.0.1:" + mute.getLocalPort()));
            String token = newsroom.sign(Tokens.reporterClaims());
            long start = System.nanoTime();
            IntStream.range(0, 50).parallel().forEach(i -> assertInstanceOf(KeysUnreachable.class, failure(token)));
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            assertTrue(took.compareTo(Duration.ofSeconds(15)) < 0, took::toString);
        }
    }

    @Test
    void twoIssuersOfOneNameAreNoneToTrust() {
        assertThrows(
                IllegalStateException.class,
                () -> trusting(Map.of("counterclaim.trust.gateway.issuer", LocalIssuer.ISSUER)));
    }

    private TrustedIssuers trusting(Map<String, String> changed) {
        Map<String, String> config = new HashMap<>(Map.of(
                "counterclaim.trust.editors.issuer",
                LocalIssuer.ISSUER,
                "counterclaim.trust.editors.jwks",
                "http://127.0.0.1:" + wire.port() + "/jwks.json",
                "counterclaim.trust.gateway.issuer",
                Tokens.GATEWAY,
                "counterclaim.trust.gateway.jwks",
                gatewayServer.keys().toString(),
                "counterclaim.trust.gateway.grants",
                "scopes"));
        config.putAll(changed);
        Trust mapped = new SmallRyeConfigBuilder()
                .withMapping(Trust.class)
                .withSources(new PropertiesConfigSource(config, "test", 100))
                .build()
                .getConfigMapping(Trust.class);
        return new TrustedIssuers(mapped, Optional.of("write:articles"));
    }

    private TrustedToken key(String scope) throws ParseException {
        return parse(gateway.sign(Tokens.keyClaims(scope), ACCESS_TOKEN));
    }

    private TrustedToken parse(String token) throws ParseException {
        return (TrustedToken) trust.parse(token, null);
    }

    private void good(String token) {
        assertDoesNotThrow(() -> parse(token));
    }

    private boolean isGood(String token) {
        return failure(token) == null;
    }

    private ParseException failure(String token) {
        try {
            parse(token);
            return null;
        } catch (ParseException e) {
            return e;
        }
    }

    private void accepted(Consumer<JwtClaims> change) {
        good(newsroom.sign(changed(change)));
    }

    private void refused(Consumer<JwtClaims> change) {
        refused(newsroom.sign(changed(change)));
    }

    private static JwtClaims changed(Consumer<JwtClaims> change) {
        JwtClaims claims = Tokens.reporterClaims();
        claims.setIssuedAt(inSeconds(-300));
        change.accept(claims);
        return claims;
    }

    private void refused(String token) {
        assertEquals(
                ParseException.class,
                assertThrows(ParseException.class, () -> parse(token)).getClass(),
                token);
    }

    private static String kid(LocalIssuer issuer) {
        return assertDoesNotThrow(() ->
                new JsonWebKeySet(issuer.publicKeys()).getJsonWebKeys().get(0).getKeyId());
    }

    private static NumericDate inSeconds(long seconds) {
        return NumericDate.fromSeconds(NumericDate.now().getValue() + seconds);
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
