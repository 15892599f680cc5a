package org.counterclaim.format;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.counterclaim.article.ArticleContent;
import org.counterclaim.article.ArticleContent.Subject;
import org.counterclaim.article.ArticleContentBuilder;
import org.counterclaim.format.NinjsItem.Concept;

/**
 * What an article is about, as ninjs says it: subjects of a vocabulary have an address, keywords and the section of the
 * publication are told by their relation, everything else is named.
 */
record NinjsConcepts(List<String> about, List<String> keywords, String section, List<Subject> subjects) {

    private static final String MEDIA_TOPICS = "http://cv.iptc.org/newscodes/mediatopic/";
    private static final String MEDIA_TOPIC = "medtop";
    private static final String ABOUT = "about";
    private static final String KEYWORD = "keyword";
    private static final String PARTY = "pty_";
    private static final String SECTION = "section";

    static NinjsConcepts of(NinjsItem item) {
        List<Concept> subjects = NinjsInput.orEmpty(item.subjects()).toList();
        Stream<Concept> named = Stream.of(
                        item.people(), item.organisations(), item.places(), item.objects(), item.events())
                .flatMap(NinjsInput::orEmpty);
        Stream<Concept> others = subjects.stream().filter(concept -> is(concept, ABOUT) || isParty(concept));
        return new NinjsConcepts(
                names(Stream.concat(others, named)),
                names(subjects.stream().filter(NinjsConcepts::isKeyword)),
                names(subjects.stream().filter(concept -> is(concept, SECTION))).stream()
                        .findFirst()
                        .orElse(null),
                subjects.stream()
                        .filter(concept -> concept.uri() != null || concept.literal() != null)
                        .filter(concept -> !isParty(concept))
                        .map(NinjsConcepts::subject)
                        .toList());
    }

    static NinjsConcepts of(ArticleContent content) {
        return new NinjsConcepts(content.about(), content.keywords(), content.articleSection(), content.subjects());
    }

    ArticleContentBuilder into(ArticleContentBuilder article) {
        return article.about(about).keywords(keywords).articleSection(section).subjects(subjects);
    }

    /** The same as subjects of an item. */
    List<Concept> asSubjects() {
        return Stream.of(
                        subjects.stream().map(NinjsConcepts::concept),
                        Stream.ofNullable(section).map(name -> new Concept(name, SECTION, null, null)),
                        keywords.stream().map(name -> new Concept(name, KEYWORD, null, null)),
                        about.stream().map(NinjsConcepts::about))
                .flatMap(concepts -> concepts)
                .toList();
    }

    private static List<String> names(Stream<Concept> concepts) {
        return concepts.map(concept -> concept.name() == null ? concept.literal() : concept.name())
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    private static Concept about(String name) {
        return name.startsWith(PARTY) ? new Concept(null, ABOUT, null, name) : new Concept(name, ABOUT, null, null);
    }

    /** Whether it is the id of a party of ours. */
    private static boolean isParty(Concept concept) {
        return ABOUT.equals(concept.rel())
                && concept.literal() != null
                && concept.literal().startsWith(PARTY);
    }

    private static boolean is(Concept concept, String rel) {
        return rel.equals(concept.rel()) && concept.uri() == null && concept.literal() == null;
    }

    private static boolean isKeyword(Concept concept) {
        return concept.uri() == null && concept.literal() == null && !is(concept, ABOUT) && !is(concept, SECTION);
    }

    /** The last part of an address is the code, what comes before names the scheme. */
    private static Subject subject(Concept concept) {
        if (concept.uri() == null) {
            int colon = concept.literal().indexOf(':');
            return new Subject(
                    colon > 0 ? concept.literal().substring(0, colon) : "literal", concept.literal(), concept.name());
        }
        if (concept.uri().startsWith(MEDIA_TOPICS)) {
            String code = concept.uri().substring(MEDIA_TOPICS.length());
            return new Subject(MEDIA_TOPIC, MEDIA_TOPIC + ":" + code, concept.name());
        }
        int end = Math.max(concept.uri().lastIndexOf('/'), concept.uri().lastIndexOf('#'));
        return new Subject(concept.uri().substring(0, end + 1), concept.uri().substring(end + 1), concept.name());
    }

    private static Concept concept(Subject subject) {
        Optional<String> uri = address(subject);
        return new Concept(subject.name(), null, uri.orElse(null), uri.isPresent() ? null : subject.code());
    }

    private static Optional<String> address(Subject subject) {
        String code = subject.code().replaceFirst("^" + MEDIA_TOPIC + ":", "");
        if (subject.scheme().equals(MEDIA_TOPIC) && code.matches("\\d+")) {
            return Optional.of(MEDIA_TOPICS + code);
        }
        return Optional.ofNullable(Block.webAddress(subject.code()))
                .or(() -> Optional.ofNullable(Block.webAddress(subject.scheme() + subject.code()))
                        .filter(joined -> subject.scheme().matches(".*[/#]")));
    }
}
