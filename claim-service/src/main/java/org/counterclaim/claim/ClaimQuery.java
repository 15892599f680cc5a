package org.counterclaim.claim;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.elemMatch;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.ne;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.bson.conversions.Bson;
import org.counterclaim.kit.editorial.EditorialStatus;
import org.counterclaim.kit.http.QueryParameters;
import org.counterclaim.kit.store.Listing;
import org.counterclaim.position.Aspect;
import org.counterclaim.position.DisputeStatus;
import org.counterclaim.position.Stance;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** Which claims a reader asks for, and in which order. */
public class ClaimQuery {

    @RestQuery
    @Parameter(description = "Only those that appear in this article.")
    String articleId;

    @RestQuery
    @Parameter(description = "Only those that this party asserts.")
    String author;

    @RestQuery
    @Parameter(description = "Only those on which this party takes a position.")
    String party;

    @RestQuery
    @Parameter(
            description = "Only those with a position of this stance; of the party, if one is named.",
            schema = @Schema(implementation = Stance.class))
    String stance;

    @RestQuery
    @Parameter(
            description = "Only those with a position on this aspect; of the party and the stance, if they are named.",
            schema = @Schema(implementation = Aspect.class))
    String aspect;

    @RestQuery
    @Parameter(description = "Only those of this status.", schema = @Schema(implementation = DisputeStatus.Value.class))
    String disputeStatus;

    @RestQuery
    @Parameter(
            description = "Only those of this part of a digest.",
            schema = @Schema(implementation = DisputeStatus.Bucket.class))
    String bucket;

    @RestQuery
    @Parameter(
            description = "Only those that stand there.",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"draft", "in_review", "approved", "published", "withheld", "retracted"}))
    String editorialStatus;

    @RestQuery
    @Parameter(description = "Only those of this type.", schema = @Schema(implementation = ClaimContent.Type.class))
    String claimType;

    @RestQuery
    @Parameter(description = "Only those with a flag of this kind.", schema = @Schema(implementation = FlagCode.class))
    String flag;

    @RestQuery
    @Parameter(description = "Only those in this language (BCP 47).")
    String language;

    @RestQuery
    @Parameter(
            description = "Order; a minus sign puts the latest first.",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"updatedAt", "-updatedAt"},
                            defaultValue = "-updatedAt"))
    String sort;

    Listing forEveryone() {
        return listing(in("editorial.status", EditorialStatus.PUBLISHED.name(), EditorialStatus.RETRACTED.name()));
    }

    Listing forTheNewsroom() {
        return listing(ne("editorial.status", EditorialStatus.REMOVED.name()));
    }

    private Listing listing(Bson visible) {
        List<Bson> all = new ArrayList<>(List.of(visible));
        Stream.of(
                        equal("appearances.content.articleId", articleId),
                        equal("content.author", author),
                        equal("content.inLanguage", language),
                        constant("content.claimType", "claimType", claimType, ClaimContent.Type.class),
                        constant("disputeStatus.value", "disputeStatus", disputeStatus, DisputeStatus.Value.class),
                        constant("editorial.status", "editorialStatus", editorialStatus, EditorialStatus.class),
                        flagged(),
                        bucket(),
                        position())
                .flatMap(filter -> filter)
                .forEach(all::add);
        return new Listing(and(all), words(), "updatedAt", descending());
    }

    private Stream<Bson> flagged() {
        return Stream.ofNullable(flag)
                .map(word -> QueryParameters.constant("flag", word, FlagCode.class))
                .map(code -> eq("findings.codes", code.wire()));
    }

    private Stream<Bson> bucket() {
        return Stream.ofNullable(bucket)
                .map(word -> QueryParameters.constant("bucket", word, DisputeStatus.Bucket.class))
                .map(asked -> in(
                        "disputeStatus.value",
                        Arrays.stream(DisputeStatus.Value.values())
                                .filter(value -> value.bucket() == asked)
                                .map(Enum::name)
                                .toList()));
    }

    /** One and the same position has all that is asked for. */
    private Stream<Bson> position() {
        List<Bson> asked = Stream.of(
                        equal("party", party),
                        constant("stance", "stance", stance, Stance.class),
                        constant("aspect", "aspect", aspect, Aspect.class))
                .flatMap(filter -> filter)
                .toList();
        return asked.isEmpty() ? Stream.of() : Stream.of(elemMatch("positions", and(asked)));
    }

    private static Stream<Bson> equal(String field, String value) {
        return Stream.ofNullable(value).map(asked -> eq(field, asked));
    }

    private static <E extends Enum<E>> Stream<Bson> constant(
            String field, String parameter, String value, Class<E> constants) {
        return Stream.ofNullable(value)
                .map(word -> QueryParameters.constant(parameter, word, constants))
                .map(constant -> eq(field, constant.name()));
    }

    private boolean descending() {
        String order = sort == null ? "-updatedAt" : sort;
        if (!order.matches("-?updatedAt")) {
            throw QueryParameters.invalid("sort", "updatedAt or -updatedAt.");
        }
        return order.startsWith("-");
    }

    private String words() {
        return String.join(
                "\u0000",
                Arrays.asList(
                        articleId,
                        author,
                        party,
                        stance,
                        aspect,
                        disputeStatus,
                        bucket,
                        editorialStatus,
                        claimType,
                        flag,
                        language,
                        String.valueOf(descending())));
    }
}
