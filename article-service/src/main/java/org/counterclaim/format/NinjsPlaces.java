package org.counterclaim.format;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Where in an item of ninjs the members of its article stand, and which of its own have no place there. */
record NinjsPlaces(NinjsItem item) {

    /** A list that is mostly of no use tells enough by its beginning. */
    private static final int ASSOCIATIONS_NAMED = 20;

    /** @param pointer into the article */
    String of(String pointer) {
        String member = pointer.split("/")[1];
        return switch (member) {
            case "headline" -> "/headlines/" + NinjsInput.mainHeadline(item) + "/value";
            case "alternativeHeadline" -> "/headlines";
            case "standfirst" -> "/descriptions/0/value";
            case "sections" -> "/bodies/" + NinjsInput.body(item) + "/value";
            case "sources" ->
                item.infoSources() == null ? "/bodies/" + NinjsInput.body(item) + "/value" : "/infoSources";
            case "publisher" -> "/infoSources";
            case "author" -> "/by";
            case "keywords", "subjects", "articleSection" -> "/subjects";
            case "about" -> "/people";
            case "image", "relatedArticles" -> "/associations";
            case "inLanguage" -> "/language";
            case "license" -> "/rightsInfo";
            case "url" -> "/altIds";
            default -> "/" + member;
        };
    }

    /** Pointers to what the item has and an article does not. */
    List<String> withoutPlace() {
        return Stream.of(unknown(), ours(), lists())
                .flatMap(pointers -> pointers)
                .toList();
    }

    /** Pointers to the members of the item that are such or have such in them. */
    List<String> membersWithoutPlace() {
        return withoutPlace().stream()
                .map(pointer -> "/" + pointer.split("/")[1])
                .distinct()
                .toList();
    }

    private Stream<String> unknown() {
        return Stream.of(
                        when("profile", item.profile()),
                        when("title", item.title()),
                        when("urgency", item.urgency()),
                        when("located", item.located()),
                        when("contentCreated", item.contentCreated()),
                        when("contentDigitised", item.contentDigitised()),
                        when("copyrightNotice", item.copyrightNotice()),
                        when("genres", item.genres()),
                        when("renditions", item.renditions()),
                        when("eventDetails", item.eventDetails()),
                        when("plannedCoverage", item.plannedCoverage()),
                        when("trustIndicators", item.trustIndicators()),
                        when("digitalSourceType", item.digitalSourceType()))
                .flatMap(pointer -> pointer);
    }

    /** What we make ourselves, or what is said to the newsroom alone. */
    private Stream<String> ours() {
        return Stream.of(
                        when("version", item.version()),
                        when("firstCreated", item.firstCreated()),
                        when("versionCreated", item.versionCreated()),
                        when("slugline", item.slugline()),
                        when("edNote", item.edNote()))
                .flatMap(pointer -> pointer);
    }

    private static Stream<String> when(String member, Object value) {
        return value == null ? Stream.of() : Stream.of("/" + member);
    }

    private Stream<String> lists() {
        int bodies = item.bodies() == null ? 0 : item.bodies().size();
        return Stream.concat(
                IntStream.range(0, Math.min(bodies, ASSOCIATIONS_NAMED))
                        .filter(i -> i != NinjsInput.body(item))
                        .mapToObj(i -> "/bodies/" + i),
                NinjsAssociations.withoutPlace(item).stream()
                        .limit(ASSOCIATIONS_NAMED)
                        .map(i -> "/associations/" + i));
    }
}
