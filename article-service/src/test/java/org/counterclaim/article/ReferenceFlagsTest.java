package org.counterclaim.article;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.counterclaim.kit.editorial.Flag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** The worked example is flagged as agreed: what its text alone shows; what needs its claims is claim-service's. */
class ReferenceFlagsTest {

    private static final List<String> EXPECTED = List.of(
            "error missing_date_published",
            "error unresolved_source s12 Source 1",
            "error unresolved_source s12 Source 2",
            "warning missing_byline",
            "warning hedge_drift s0 155 Nationals Fight for Russia",
            "warning quantity_comparator_drift s0 155",
            "warning editorial_insertion_in_quote s3 [China]",
            "warning personal_data s9 Wang Guangjun, born in 1991",
            "warning personal_data s9 Zhang Renbo, born in 1998",
            "warning unattributed_assertion s7 Russia heavily relies on Chinese-manufactured components for its arms industry, as does Ukraine.",
            "warning unattributed_assertion s7 Both countries are using drones produced by the Chinese company DJI, although Ukraine is working to lessen its dependency on equipment sourced from China.",
            "warning unattributed_assertion s10 As tensions heighten, Ukraine's relationship with the United States has become increasingly strained.",
            "warning unattributed_assertion s10 Former President Donald Trump is pushing for a ceasefire to end the prolonged conflict; however, Zelenskyy may be banking on Trump’s aversion to China to help elevate Ukraine's negotiating stance in these complex times.",
            "warning vague_quantifier s6 significant numbers",
            "warning loaded_word s4 alarming",
            "warning newsroom_takes_position s7 Despite China's claim",
            "warning newsroom_takes_position s7 the reality paints",
            "warning opinion_or_analysis s10 may be banking");

    @Test
    void theExampleIsFlaggedAsAgreed() throws IOException {
        try (InputStream example =
                ReferenceFlagsTest.class.getResourceAsStream("/org/counterclaim/local/example.json")) {
            assertEquals(
                    EXPECTED, said(flags(new ObjectMapper().readTree(example).get("article"), List.of())));
        }
    }

    @Test
    @EnabledIfSystemProperty(
            named = "reference.data",
            matches = ".+",
            disabledReason = "needs -Dreference.data=DIR with seed-story.json")
    void theReferenceIsFlaggedAsAgreed() throws IOException {
        JsonNode seed = new ObjectMapper()
                .readTree(Path.of(System.getProperty("reference.data"), "seed-story.json")
                        .toFile());
        List<Flag> flags = flags(seed.get("article"), list(seed.get("sources")));
        assertEquals(EXPECTED, said(flags));
        Set<String> raised = flags.stream().map(Flag::code).collect(Collectors.toSet());
        Stream<String> agreed = list(seed.get("editorFlags")).stream()
                .filter(flag -> !NEEDS_CLAIMS.contains(flag.get("code").asText()))
                .map(flag -> flag.get("code").asText());
        assertTrue(raised.containsAll(agreed.toList()));
    }

    /** What no text shows without its claims, parties and evidence. */
    private static final Set<String> NEEDS_CLAIMS = Set.of(
            "evidence_not_public",
            "no_right_of_reply",
            "implicit_attribution",
            "second_hand",
            "compound_claim",
            "context_needs_check");

    private static List<Flag> flags(JsonNode article, List<JsonNode> works) {
        List<Section> sections = list(article.get("sections")).stream()
                .map(section -> new Section(
                        section.get("id").asText(),
                        Section.Role.valueOf(section.get("role").asText().toUpperCase(Locale.ROOT)),
                        section.get("text").asText()))
                .toList();
        List<Source> sources = (works.isEmpty() ? list(article.get("sources")) : works)
                .stream()
                        .map(work -> Source.unresolved(work.get("label").asText()))
                        .toList();
        List<Source> numbered = Numbered.first(sources, "sources").parts();
        return ArticleFlags.of(
                "art_1", ArticleContent.ofText(article.get("headline").asText(), "en", sections, numbered));
    }

    private static List<JsonNode> list(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }

    private static List<String> said(List<Flag> flags) {
        return flags.stream()
                .map(flag -> flag.severity().name().toLowerCase(Locale.ROOT) + " " + flag.code()
                        + (flag.span() == null
                                ? ""
                                : " " + flag.span().sectionId() + " "
                                        + flag.span().exact()))
                .toList();
    }
}
