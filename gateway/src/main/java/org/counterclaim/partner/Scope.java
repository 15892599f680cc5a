package org.counterclaim.partner;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What an API key may be used for (in the words of OAuth 2.0, RFC 6749 section 3.3). */
@Schema(description = "What an API key may be used for.")
public enum Scope {
    /** What everybody may read, under a quota of one's own. */
    @JsonProperty("read")
    READ,
    /** What a reporter may do with articles. */
    @JsonProperty("write:articles")
    WRITE_ARTICLES,
    /** What a reporter may do with claims, parties and evidence. */
    @JsonProperty("write:claims")
    WRITE_CLAIMS,
    /** What an editor may do. */
    @JsonProperty("publish")
    PUBLISH,
    /** What an admin may do. */
    @JsonProperty("admin")
    ADMIN;

    /** The word for it in a token. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', ':');
    }

    /** What is not among them is answered with a list of those that are, in their own words. */
    @Override
    public String toString() {
        return word();
    }

    /** All of them in one text, with spaces between. */
    public static String join(Collection<Scope> scopes) {
        return EnumSet.copyOf(scopes).stream().map(Scope::word).collect(Collectors.joining(" "));
    }

    static Set<Scope> split(String scope) {
        Set<String> words = Set.of(scope.split(" "));
        return Arrays.stream(values())
                .filter(each -> words.contains(each.word()))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Scope.class)));
    }
}
