package org.counterclaim.kit.security;

import java.io.IOException;
import java.time.Duration;
import org.jose4j.http.Get;
import org.jose4j.http.SimpleGet;
import org.jose4j.http.SimpleResponse;
import org.jose4j.jwk.HttpsJwks;
import org.jose4j.keys.resolvers.HttpsJwksVerificationKeyResolver;
import org.jose4j.keys.resolvers.VerificationKeyResolver;

/**
 * The public keys of one issuer, as they stand at its address. They are asked for again every five minutes, and at once when a
 * token names a key that is not among them, so that a rotation needs no restart. While the address is out those that are known
 * go on, and it is asked again every half minute. However many tokens of unknown keys come in, it is asked once a second.
 */
final class IssuerKeys implements SimpleGet {

    private static final Duration KEPT = Duration.ofMinutes(5);
    private static final Duration KEPT_WHILE_OUT = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private static final int CONNECT_MILLIS = 1_000;
    private static final int READ_MILLIS = 2_000;
    private static final int MAX_BYTES = 100_000;

    private final Get http = new Get();
    private volatile long failedAt = System.nanoTime() - PAUSE.toNanos();

    private IssuerKeys() {
        http.setConnectTimeout(CONNECT_MILLIS);
        http.setReadTimeout(READ_MILLIS);
        http.setRetries(0);
        http.setResponseBodySizeLimit(MAX_BYTES);
    }

    /** Finds the key of a token among those at this address. */
    static VerificationKeyResolver at(String address) {
        HttpsJwks keys = new HttpsJwks(address);
        keys.setSimpleHttpGet(new IssuerKeys());
        keys.setDefaultCacheDuration(KEPT.toSeconds());
        keys.setRetainCacheOnErrorDuration(KEPT_WHILE_OUT.toSeconds());
        keys.setRefreshReprieveThreshold(PAUSE.toMillis());
        return new HttpsJwksVerificationKeyResolver(keys);
    }

    /** Callers stand in line here: after one has waited in vain the others need not. */
    @Override
    public SimpleResponse get(String address) throws IOException {
        if (System.nanoTime() - failedAt < PAUSE.toNanos()) {
            throw new IOException("The issuer did not answer a moment ago");
        }
        try {
            return http.get(address);
        } catch (IOException e) {
            failedAt = System.nanoTime();
            throw e;
        }
    }
}
