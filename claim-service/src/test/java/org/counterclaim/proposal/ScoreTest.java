package org.counterclaim.proposal;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.counterclaim.attribution.Annotated;
import org.counterclaim.attribution.Beside;
import org.counterclaim.attribution.FactAppeal;
import org.counterclaim.attribution.Scorer;
import org.counterclaim.attribution.StoryReader;
import org.counterclaim.attribution.Told;
import org.junit.jupiter.api.Test;

/**
 * How well stories are read. Those of our own are always read; the worked example and FactAppeal where {@code -Dreference.data}
 * names their folder. Each figure may not fall below what was reached; the tables are in the README.
 */
class ScoreTest {

    private static final System.Logger LOG = System.getLogger(ScoreTest.class.getName());
    private static final StoryReader READER = new StoryReader();

    @Test
    void storiesThatTheRulesWereDevelopedOn() throws IOException {
        hold("our stories, developed on", own("develop.txt"), 92, 88, 62);
    }

    @Test
    void storiesThatTheRulesHaveNotSeen() throws IOException {
        hold("our stories, unseen", own("unseen.txt"), 90, 92, 52);
    }

    @Test
    void storiesOfDisputesThatTheRulesWereDevelopedOn() throws IOException {
        hold("our stories of disputes, developed on", own("develop-disputes.txt"), 91, 82, 76);
    }

    @Test
    void storiesOfDisputesThatTheRulesHaveNotSeen() throws IOException {
        hold("our stories of disputes, unseen", own("unseen-disputes.txt"), 90, 94, 63);
    }

    @Test
    void storiesOfManyHabitsThatTheRulesWereDevelopedOn() throws IOException {
        hold("our stories of many habits, developed on", own("develop-mixed.txt"), 91, 66, 35);
    }

    @Test
    void storiesOfManyHabitsThatTheRulesHaveNotSeen() throws IOException {
        hold("our stories of many habits, unseen", own("unseen-mixed.txt"), 93, 82, 29);
    }

    @Test
    void theWorkedExample() throws IOException {
        Annotated example = Annotated.ofSeed(reference());
        Scorer scorer = new Scorer();
        Told told = READER.read(example.text());
        scorer.add(example, told, ScoreTest::links);
        LOG.log(System.Logger.Level.INFO, Beside.of(example, told, ScoreTest::links));
        hold("the worked example", scorer, 95, 95, 55);
    }

    @Test
    void factAppeal() throws IOException {
        Scorer scorer = new Scorer();
        for (Annotated sentence : FactAppeal.read(reference().resolve("factappeal/val.csv"))) {
            scorer.addPieces(sentence, READER.read(sentence.text()));
        }
        LOG.log(System.Logger.Level.INFO, "FactAppeal, val\n" + scorer.table());
        assertAll(
                () -> assertEquals(0, scorer.inexact()),
                () -> assertTrue(scorer.score("source").recall() > 75),
                () -> assertTrue(scorer.score("appeal by half").recall() > 78));
    }

    private static Scorer own(String file) throws IOException {
        Scorer scorer = new Scorer();
        for (Annotated story : Annotated.own(file)) {
            scorer.add(story, READER.read(story.text()), ScoreTest::links);
        }
        return scorer;
    }

    private static void hold(String name, Scorer scorer, double triple, double stance, double links) {
        LOG.log(System.Logger.Level.INFO, name + "\n" + scorer.table());
        assertAll(
                () -> assertEquals(0, scorer.inexact(), "offsets"),
                () -> assertTrue(scorer.score("full triple").f1() >= triple, scorer::table),
                () -> assertTrue(scorer.stanceMacroF1() >= stance, scorer::table),
                () -> assertTrue(scorer.score("dispute links").f1() >= links, scorer::table));
    }

    private static Set<List<String>> links(Told told, String text) {
        return ClaimsOfText.of(told, text).stream()
                .flatMap(claim -> claim.deniedIn().stream()
                        .flatMap(denied -> claim.assertedIn().stream().map(asserted -> List.of(denied, asserted))))
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static Path reference() {
        String folder = System.getProperty("reference.data");
        assumeTrue(folder != null, "Skipped: -Dreference.data=DIR names no folder with the reference data.");
        return Path.of(folder);
    }
}
