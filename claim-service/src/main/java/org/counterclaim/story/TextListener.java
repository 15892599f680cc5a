package org.counterclaim.story;

import io.smallrye.mutiny.Uni;

/** Somebody who has to know what a story says by now. */
public interface TextListener {

    /**
     * Takes in what a story says; may be told the same again.
     *
     * @return nothing; a failure makes that it is told again
     */
    Uni<Void> heard(ArticleText text);
}
