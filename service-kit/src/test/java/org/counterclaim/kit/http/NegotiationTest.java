package org.counterclaim.kit.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.vertx.ext.web.MIMEHeader;
import io.vertx.ext.web.impl.ParsableMIMEValue;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NegotiationTest {

    private static final List<MediaType> OFFERED = List.of(
            new MediaType("application", "json"), new MediaType("application", "ld+json"), MediaType.TEXT_PLAIN_TYPE);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "*/* | application/json",
                "application/* | application/json",
                "text/* | text/plain",
                "text/plain, application/json | application/json",
                "text/plain, application/json;q=0.9 | text/plain",
                "application/ld+json;q=0.5, */*;q=0.1 | application/ld+json",
                "*/*, application/json;q=0.2 | application/ld+json",
                "APPLICATION/LD+JSON | application/ld+json",
                "application/json; charset=utf-8 | application/json",
                "application/ld+json;profile=\"x,y\";q=0.3, text/plain;q=0.2 | application/ld+json"
            })
    void theMostSpecificRangeWeighs(String accept, String best) {
        assertEquals(best, Negotiation.best(parsed(accept), OFFERED).toString());
    }

    @Test
    void whoSendsNoAcceptGetsTheFirst() {
        assertEquals(OFFERED.get(0), Negotiation.best(List.of(), OFFERED));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "image/png",
                "application/json;q=0",
                "text/html, image/*",
                "*/*;q=0",
                "application/*, application/json;q=0, application/ld+json;q=0"
            })
    void whatIsNotOnOfferIsRefused(String accept) {
        HttpProblem refused = assertThrows(HttpProblem.class, () -> Negotiation.best(parsed(accept), OFFERED));
        assertEquals(406, refused.getStatusCode());
    }

    private static List<MIMEHeader> parsed(String accept) {
        return Arrays.stream(accept.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)"))
                .<MIMEHeader>map(range -> new ParsableMIMEValue(range.strip()))
                .toList();
    }
}
