package org.counterclaim.claim;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.counterclaim.appearance.Appearance;
import org.counterclaim.kit.http.Preconditions;
import org.counterclaim.kit.http.Representation;
import org.counterclaim.kit.problem.Problem;
import org.counterclaim.linked.Named;
import org.counterclaim.linked.SchemaClaim;
import org.counterclaim.linked.SchemaClaimBuilder;
import org.counterclaim.linked.SchemaGraph;
import org.counterclaim.linked.SchemaReview;
import org.counterclaim.linked.Uris;
import org.counterclaim.linked.Work;
import org.counterclaim.party.Parties;
import org.counterclaim.party.Party;

/** Claims and their reviews as JSON-LD in the words of schema.org. */
@ApplicationScoped
public class ClaimJsonLd {

    /** The media type. */
    public static final String TYPE = "application/ld+json";

    /** Part of the tags: a reader must not keep what an earlier version of the form looked like. */
    private static final String VERSION = "1";

    private final Parties parties;

    ClaimJsonLd(Parties parties) {
        this.parties = parties;
    }

    /** A claim with its reviews. */
    Uni<Representation<SchemaClaim>> claim(ClaimsForReaders.Seen seen) {
        Claim claim = seen.visible();
        return known(claim)
                .map(known -> represented(seen, known, write(claim, known).asDocument(reviews(claim, null)), "claim"));
    }

    /** The reviews of a claim; a failure with 404 if it has none. */
    Uni<Representation<SchemaGraph>> reviews(ClaimsForReaders.Seen seen) {
        Claim claim = seen.visible();
        if (claim.reviews().isEmpty()) {
            throw Problem.NOT_FOUND.because("Nobody has reviewed the claim.");
        }
        return known(claim)
                .map(known -> represented(seen, known, SchemaGraph.of(reviews(claim, write(claim, known))), "reviews"));
    }

    /** A claim among others: its reviews if it has any, or else itself. */
    public static List<Object> elements(Claim claim, Map<String, Party> parties) {
        SchemaClaim written = write(claim, parties);
        return claim.reviews().isEmpty() ? List.of(written) : List.copyOf(reviews(claim, written));
    }

    /** A claim with its reviews among others. */
    public static SchemaClaim reviewed(Claim claim, Map<String, Party> parties) {
        return SchemaClaimBuilder.builder(write(claim, parties))
                .review(reviews(claim, null))
                .build();
    }

    /** The ids of the parties that such a form names. */
    public static List<String> partyIds(Claim claim) {
        ClaimContent content = claim.content();
        return Stream.concat(Stream.of(content.author(), content.claimInterpreter()), content.about().stream())
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    private static List<SchemaReview> reviews(Claim claim, SchemaClaim itemReviewed) {
        return claim.reviews().stream()
                .map(review -> SchemaReview.of(review, claim.content().text(), itemReviewed))
                .toList();
    }

    private static SchemaClaim write(Claim claim, Map<String, Party> parties) {
        ClaimContent content = claim.content();
        return SchemaClaimBuilder.builder()
                .type("Claim")
                .uri(Uris.of(claim.id()))
                .identifier(claim.id())
                .version(String.valueOf(claim.revision()))
                .text(content.text())
                .name(content.shortText())
                .inLanguage(content.inLanguage())
                .author(Named.party(content.author(), parties))
                .claimInterpreter(Named.party(content.claimInterpreter(), parties))
                .datePublished(content.claimDate().value())
                .about(things(content, parties))
                .appearance(works(claim))
                .creativeWorkStatus(claim.editorial().status().wire())
                .dateModified(claim.updatedAt())
                .build();
    }

    private static List<Named> things(ClaimContent content, Map<String, Party> parties) {
        return content.about().stream()
                .map(about -> Named.thing(about, parties))
                .toList();
    }

    private static List<Work> works(Claim claim) {
        return claim.appearances().stream()
                .map(Appearance::content)
                .map(Work::of)
                .distinct()
                .toList();
    }

    private Uni<Map<String, Party>> known(Claim claim) {
        return parties.all(partyIds(claim))
                .map(found -> found.stream().collect(Collectors.toMap(Party::id, Function.identity())));
    }

    private static <T> Representation<T> represented(
            ClaimsForReaders.Seen seen, Map<String, Party> parties, T form, String kind) {
        Stream<String> made = Stream.of(
                        Stream.of(TYPE, VERSION, kind),
                        seen.visible().places().stream(),
                        parties.values().stream()
                                .map(party -> party.id() + ":" + party.revision())
                                .sorted())
                .flatMap(part -> part);
        return new Representation<>(
                form,
                Preconditions.tag(seen.whole().revision(), made.toList()),
                seen.whole().updatedAt());
    }
}
