package org.counterclaim.admission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.vertx.core.MultiMap;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClientAddressTest {

    private final ClientAddress behindProxies = new ClientAddress(List.of("10.0.0.0/8", "fd00::/8", "192.0.2.9"));

    @Test
    void whatNobodyTrustedForwardsCountsForNothing() {
        ClientAddress open = new ClientAddress(List.of());
        assertEquals(of(open, "198.51.100.7"), of(open, "198.51.100.7", "203.0.113.1"));
        assertEquals(of(behindProxies, "198.51.100.7"), of(behindProxies, "198.51.100.7", "203.0.113.1"));
    }

    @Test
    void aTrustedProxyIsBelieved() {
        assertEquals(of(behindProxies, "203.0.113.1"), of(behindProxies, "10.1.2.3", "203.0.113.1"));
        assertEquals(of(behindProxies, "203.0.113.1"), of(behindProxies, "192.0.2.9", "203.0.113.1:4711"));
        assertEquals(of(behindProxies, "2001:db8::1"), of(behindProxies, "fd00::9", "[2001:db8::1]:4711"));
    }

    @Test
    void whatTheClientItselfClaimsIsNot() {
        assertEquals(of(behindProxies, "203.0.113.1"), of(behindProxies, "10.1.2.3", "8.8.8.8, 203.0.113.1"));
        assertEquals(of(behindProxies, "203.0.113.1"), of(behindProxies, "10.1.2.3", "8.8.8.8, 203.0.113.1, 10.9.9.9"));
        assertEquals(
                of(behindProxies, "203.0.113.1"), of(behindProxies, "10.1.2.3", "10.0.0.1, 8.8.8.8", "203.0.113.1"));
    }

    @Test
    void whatIsNoAddressEndsTheWalk() {
        for (String hop : List.of("unknown", "", "_hidden", "999.1.1.1", "203.0.113.1.example", "1".repeat(10_000))) {
            assertEquals(of(behindProxies, "10.1.2.3"), of(behindProxies, "10.1.2.3", hop));
        }
    }

    @Test
    void aSubscriberOfIpv6HasA64() {
        assertEquals(of(behindProxies, "2001:db8:1:2::1"), of(behindProxies, "2001:db8:1:2:ffff::9"));
        assertNotEquals(of(behindProxies, "2001:db8:1:2::1"), of(behindProxies, "2001:db8:1:3::1"));
        assertNotEquals(of(behindProxies, "198.51.100.7"), of(behindProxies, "198.51.100.8"));
        assertEquals(of(behindProxies, "198.51.100.7"), of(behindProxies, "::ffff:198.51.100.7"));
    }

    @Test
    void aProxyThatIsNoAddressStopsTheStart() {
        for (String proxy : List.of("proxy.example.org", "10.0.0.0/33", "10.0.0.0/x", "")) {
            assertThrows(IllegalArgumentException.class, () -> new ClientAddress(List.of(proxy)), proxy);
        }
    }

    private static String of(ClientAddress address, String peer, String... forwarded) {
        MultiMap headers = MultiMap.caseInsensitiveMultiMap();
        for (String value : forwarded) {
            headers.add("X-Forwarded-For", value);
        }
        return address.prefixOf(peer, headers);
    }
}
