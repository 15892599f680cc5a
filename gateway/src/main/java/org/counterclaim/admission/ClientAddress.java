package org.counterclaim.admission;

import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import io.netty.util.NetUtil;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Where an anonymous request comes from, as far as it is proven. */
@Singleton
class ClientAddress {

    private static final int IPV6_PREFIX_OCTETS = 8;

    /** Of a peer that is no address, on a socket of another kind: they all share one. */
    private static final byte[] NOWHERE = new byte[4];

    private final List<IpSubnetFilterRule> trusted;

    @Inject
    ClientAddress(LimitConfig config) {
        this(config.trustedProxies().orElse(List.of()));
    }

    /** @throws IllegalArgumentException if one is neither an address nor a CIDR block */
    ClientAddress(List<String> trustedProxies) {
        this.trusted = trustedProxies.stream().map(ClientAddress::rule).toList();
    }

    /** An address of IPv4, or the /64 of one of IPv6: what one subscriber has. */
    String prefixOf(HttpServerRequest request) {
        return prefixOf(request.remoteAddress().hostAddress(), request.headers());
    }

    String prefixOf(String peer, MultiMap headers) {
        byte[] address = octets(trusted.isEmpty() ? peer : addressOf(peer, headers));
        byte[] prefix = address.length == 4 ? address : Arrays.copyOf(address, IPV6_PREFIX_OCTETS);
        return HexFormat.of().formatHex(prefix);
    }

    /** Walks back from the peer through the proxies that are ours; what the first stranger says of others is his own word. */
    private String addressOf(String peer, MultiMap headers) {
        String address = peer;
        List<String> hops = Arrays.asList(
                String.join(",", headers.getAll("X-Forwarded-For")).split(","));
        for (int i = hops.size() - 1; i >= 0 && isTrusted(address); i--) {
            String hop = withoutPort(hops.get(i).strip());
            if (NetUtil.createByteArrayFromIpAddressString(hop) == null) {
                return address;
            }
            address = hop;
        }
        return address;
    }

    private boolean isTrusted(String address) {
        InetSocketAddress socket = socket(address).orElse(null);
        return socket != null && trusted.stream().anyMatch(rule -> rule.matches(socket));
    }

    /** As every request asks for it, without a socket if it can be; an address of IPv4 that is written as one of IPv6 is still one. */
    private static byte[] octets(String address) {
        byte[] octets = NetUtil.createByteArrayFromIpAddressString(address);
        return octets != null && octets.length == 4
                ? octets
                : socket(address)
                        .map(socket -> socket.getAddress().getAddress())
                        .orElse(NOWHERE);
    }

    private static Optional<InetSocketAddress> socket(String address) {
        byte[] octets = NetUtil.createByteArrayFromIpAddressString(address);
        try {
            return octets == null
                    ? Optional.empty()
                    : Optional.of(new InetSocketAddress(InetAddress.getByAddress(octets), 0));
        } catch (UnknownHostException e) {
            throw new IllegalStateException("Four or sixteen octets are an address", e);
        }
    }

    /** Some proxies add it: {@code 192.0.2.1:4711}, {@code [2001:db8::1]:4711}. */
    private static String withoutPort(String hop) {
        return hop.startsWith("[")
                ? hop.replaceFirst("^\\[(.*)](:\\d+)?$", "$1")
                : hop.replaceFirst("^([^:]+):\\d+$", "$1");
    }

    private static IpSubnetFilterRule rule(String cidr) {
        String[] parts = cidr.strip().split("/", 2);
        byte[] octets = NetUtil.createByteArrayFromIpAddressString(parts[0]);
        try {
            int length = parts.length == 2 ? Integer.parseInt(parts[1]) : octets.length * Byte.SIZE;
            return new IpSubnetFilterRule(InetAddress.getByAddress(octets), length, IpFilterRuleType.ACCEPT);
        } catch (UnknownHostException | RuntimeException e) {
            throw new IllegalArgumentException("A trusted proxy is an address or a CIDR block, not " + cidr, e);
        }
    }
}
