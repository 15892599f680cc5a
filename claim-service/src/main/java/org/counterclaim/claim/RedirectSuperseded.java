package org.counterclaim.claim;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Sends whoever asks for a claim that was merged to the one that it was merged into. */
public class RedirectSuperseded {

    @ServerExceptionMapper
    Response there(Superseded claim, UriInfo request) {
        URI asked = request.getRequestUri();
        String query = asked.getRawQuery() == null ? "" : "?" + asked.getRawQuery();
        return Response.status(Response.Status.PERMANENT_REDIRECT)
                .header(HttpHeaders.LOCATION, claim.inItsPlace(asked.getRawPath()) + query)
                .build();
    }
}
