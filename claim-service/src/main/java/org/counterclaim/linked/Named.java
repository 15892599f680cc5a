package org.counterclaim.linked;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.counterclaim.party.Party;
import org.counterclaim.party.PartyContent;
import org.counterclaim.review.ReviewContent;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Somebody or something with a name, in the words of schema.org.
 *
 * @param type absent if it is not known whether it is a person
 * @param identifier its id here, where it has one
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Schema(name = "NamedThing")
public record Named(@JsonProperty("@type") String type, String identifier, String name, String jobTitle, String url) {

    private static final String PARTY = "pty_";

    static Named of(ReviewContent.Author author) {
        return new Named(typeName(author.type()), null, author.name(), null, author.url());
    }

    /** The party of this id; its id alone if it is not known. */
    public static Named party(String id, Map<String, Party> parties) {
        if (id == null) {
            return null;
        }
        Party party = parties.get(id);
        if (party == null) {
            return new Named(null, id, null, null, null);
        }
        PartyContent content = party.content();
        return new Named(typeName(content.type()), id, content.name(), content.jobTitle(), null);
    }

    /** Our constants are the types of schema.org in capitals, with a line between the words. */
    private static String typeName(Enum<?> type) {
        return type == null
                ? null
                : Arrays.stream(type.name().split("_"))
                        .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining());
    }

    /** What a claim is about: a name, or the id of a party. */
    public static Named thing(String about, Map<String, Party> parties) {
        return about.startsWith(PARTY) ? party(about, parties) : new Named("Thing", null, about, null, null);
    }
}
