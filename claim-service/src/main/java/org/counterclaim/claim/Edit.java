package org.counterclaim.claim;

import org.counterclaim.kit.editorial.Change;
import org.counterclaim.kit.security.Caller;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** What every write to a part of a claim says of itself: which claim, in which revision, what kind of change it is and why. */
public class Edit {

    @RestPath
    String id;

    @RestHeader("If-Match")
    String ifMatch;

    @RestQuery
    String changeType;

    @RestQuery
    String reason;

    ClaimWrite by(Caller caller) {
        return new ClaimWrite(id, ifMatch, Change.ofContent(caller, changeType, reason), caller);
    }
}
