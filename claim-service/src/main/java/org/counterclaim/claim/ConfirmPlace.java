package org.counterclaim.claim;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.counterclaim.appearance.Anchor;
import org.counterclaim.appearance.AnchorState;
import org.counterclaim.appearance.Appearance;
import org.counterclaim.appearance.QuoteFinder;
import org.counterclaim.kit.editorial.Editorial;
import org.counterclaim.kit.http.Preconditions;
import org.counterclaim.kit.problem.Problem;
import org.counterclaim.story.ArticleText;
import org.counterclaim.story.Stories;

/** Takes a place that is not certain for the right one, because an editor has looked at it: from now on it is quoted from there. */
@ApplicationScoped
class ConfirmPlace {

    private final Claims claims;
    private final Stories stories;
    private final Clock clock;

    ConfirmPlace(Claims claims, Stories stories, Clock clock) {
        this.claims = claims;
        this.stories = stories;
        this.clock = clock;
    }

    /** @param articleRevision the revision of the article that the editor has looked at */
    Uni<Claim> by(ClaimWrite write, String appearanceId, int articleRevision) {
        return claims.getForWrite(write.id()).chain(claim -> {
            Preconditions.requireMatch(write.ifMatch(), claim.revision());
            Editorial written = claim.editorial().written(write.writer(), write.change());
            Appearance quote = quoteOf(claim, appearanceId);
            return stories.text(quote.articleId(), write.writer())
                    .map(text -> confirmed(quote, text, articleRevision))
                    .chain(confirmed ->
                            claims.replace(claim.quoted(confirmed).next(written, clock.instant()), write.change()));
        });
    }

    private static Appearance quoteOf(Claim claim, String appearanceId) {
        return claim.appearance(appearanceId)
                .filter(place -> place.articleId() != null)
                .orElseThrow(() -> Problem.NOT_FOUND.because("The claim has no appearance of this id in an article."));
    }

    private static Appearance confirmed(Appearance quote, ArticleText text, int articleRevision) {
        if (text.revision() != articleRevision) {
            throw Problem.CONFLICT.because("The article is at revision " + text.revision() + " by now: look again.");
        }
        Anchor anchor = QuoteFinder.in(text).find(quote);
        if (anchor.state() != AnchorState.FUZZY) {
            throw Problem.CONFLICT.because(
                    anchor.hasPlace()
                            ? "It is certain where this stands: there is nothing to confirm."
                            : "The article says nothing like it any more: there is nothing to confirm.");
        }
        return quote.at(anchor, text);
    }
}
