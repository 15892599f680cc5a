package org.counterclaim.local;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Where the services and the issuer listen on 127.0.0.1.
 *
 * @param byVariable each port under the environment variable that chooses it
 */
public record Ports(Map<String, Integer> byVariable) {

    private static final String ISSUER = "ISSUER_PORT";
    private static final int ISSUER_PORT = 8180;

    /** The usual ports, and those that the environment chooses instead. */
    static Ports chosenIn(Map<String, String> environment) {
        Map<String, Integer> ports = new LinkedHashMap<>();
        for (Service service : Service.values()) {
            ports.put(service.portVariable(), service.defaultPort());
            ports.put(service.managementPortVariable(), service.defaultManagementPort());
        }
        ports.put(ISSUER, ISSUER_PORT);
        ports.replaceAll((variable, usual) -> number(variable, environment.getOrDefault(variable, "" + usual)));
        return new Ports(ports);
    }

    /** As many ports as are needed that nobody has at this moment. */
    public static Ports free() {
        Set<Integer> free = new HashSet<>();
        Set<String> variables = chosenIn(Map.of()).byVariable.keySet();
        while (free.size() < variables.size()) {
            free.add(FreePorts.one());
        }
        Iterator<Integer> next = free.iterator();
        Map<String, Integer> ports = new LinkedHashMap<>();
        variables.forEach(variable -> ports.put(variable, next.next()));
        return new Ports(ports);
    }

    int of(Service service) {
        return byVariable.get(service.portVariable());
    }

    int managementOf(Service service) {
        return byVariable.get(service.managementPortVariable());
    }

    int ofIssuer() {
        return byVariable.get(ISSUER);
    }

    /** Address of a service's public interface. */
    public URI address(Service service) {
        return URI.create("http://127.0.0.1:" + of(service));
    }

    /** Where a service says whether it is ready. */
    URI readiness(Service service) {
        return URI.create("http://127.0.0.1:" + managementOf(service) + "/q/health/ready");
    }

    /** @throws Refusal that names the first port which is taken or chosen twice, and its variable */
    void requireFree() {
        Map<Integer, String> seen = new HashMap<>();
        byVariable.forEach((variable, port) -> {
            String other = seen.put(port, variable);
            if (other != null) {
                throw Refusal.because(
                        "Port " + port + " is chosen twice, by " + other + " and " + variable + ": give them two.");
            }
            requireFree(variable, port);
        });
    }

    private static void requireFree(String variable, int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress("127.0.0.1", port));
        } catch (IOException e) {
            throw Refusal.because(
                    "Port " + port + " cannot be used (" + e.getMessage() + "): choose another with " + variable
                            + ", for example " + variable + "=" + (port < 50_000 ? port + 10_000 : 8_000),
                    e);
        }
    }

    private static int number(String variable, String value) {
        int port = value.matches("\\d{1,5}") ? Integer.parseInt(value) : 0;
        if (port < 1 || port > 65_535) {
            throw Refusal.because(variable + " is \"" + value + "\", which is no port from 1 to 65535.");
        }
        return port;
    }
}
