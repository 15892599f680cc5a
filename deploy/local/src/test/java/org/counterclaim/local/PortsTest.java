package org.counterclaim.local;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortsTest {

    @Test
    void theEnvironmentChoosesOtherPorts() {
        Ports ports = Ports.chosenIn(Map.of("GATEWAY_PORT", "18080", "CLAIM_MANAGEMENT_PORT", "19002"));
        assertEquals(18080, ports.of(Service.GATEWAY));
        assertEquals(9000, ports.managementOf(Service.GATEWAY));
        assertEquals(8082, ports.of(Service.CLAIM));
        assertEquals(19002, ports.managementOf(Service.CLAIM));
        assertEquals("http://127.0.0.1:8081", ports.address(Service.ARTICLE).toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "65536", "-1", "http", "8080 ", "99999999999"})
    void whatIsNoPortIsRefusedByTheNameOfItsVariable(String value) {
        Refusal refusal = assertThrows(Refusal.class, () -> Ports.chosenIn(Map.of("ARTICLE_PORT", value)));
        assertTrue(refusal.getMessage().startsWith("ARTICLE_PORT is "), refusal.getMessage());
    }

    @Test
    void aPortThatIsTakenIsNamedWithItsVariable() throws IOException {
        Ports free = Ports.free();
        assertDoesNotThrow(free::requireFree);
        try (ServerSocket taken = new ServerSocket(free.of(Service.CLAIM), 1, InetAddress.getLoopbackAddress())) {
            String message = assertThrows(Refusal.class, free::requireFree).getMessage();
            assertTrue(message.startsWith("Port " + taken.getLocalPort() + " cannot be used"), message);
            assertTrue(message.contains("CLAIM_PORT="), message);
        }
    }

    @Test
    void aPortThatIsChosenTwiceIsRefused() {
        Map<String, Integer> twice = new HashMap<>(Ports.free().byVariable());
        twice.put("GATEWAY_PORT", twice.get("CLAIM_PORT"));
        String message =
                assertThrows(Refusal.class, new Ports(twice)::requireFree).getMessage();
        assertTrue(message.contains("chosen twice") && message.contains("GATEWAY_PORT"), message);
    }
}
