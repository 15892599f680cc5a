package org.counterclaim.article;

import org.counterclaim.kit.editorial.Change;
import org.counterclaim.kit.security.Caller;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** What every write of an article's content says of itself: which article, in which revision, what kind of change it is and why. */
public class Edit {

    @RestPath
    String id;

    @RestHeader("If-Match")
    String ifMatch;

    @RestQuery
    String changeType;

    @RestQuery
    String reason;

    Change by(Caller writer) {
        return Change.ofContent(writer, changeType, reason);
    }
}
