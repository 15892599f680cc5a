package org.counterclaim.kit.editorial;

import static org.counterclaim.kit.editorial.EditorialStatus.APPROVED;
import static org.counterclaim.kit.editorial.EditorialStatus.DRAFT;
import static org.counterclaim.kit.editorial.EditorialStatus.IN_REVIEW;
import static org.counterclaim.kit.editorial.EditorialStatus.PUBLISHED;
import static org.counterclaim.kit.editorial.EditorialStatus.REMOVED;
import static org.counterclaim.kit.editorial.EditorialStatus.RETRACTED;
import static org.counterclaim.kit.editorial.EditorialStatus.WITHHELD;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.counterclaim.kit.editorial.Transition.Acknowledgement;
import org.counterclaim.kit.security.Caller;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class EditorialTest {

    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");
    private static final Caller ANYONE = new Caller("", null, Set.of());
    private static final Caller RITA = new Caller("rita", null, Set.of("reporter"));
    private static final Caller EDGAR = new Caller("edgar", null, Set.of("editor", "reporter"));
    private static final Caller ADA = new Caller("ada", null, Set.of("admin", "editor", "reporter"));
    private static final Change EDIT = Change.ofContent(EDGAR, "correction", "A wrong name.");

    @ParameterizedTest
    @CsvSource({
        "DRAFT, IN_REVIEW", "IN_REVIEW, DRAFT", "IN_REVIEW, APPROVED", "APPROVED, PUBLISHED", "PUBLISHED, WITHHELD",
        "WITHHELD, PUBLISHED", "PUBLISHED, RETRACTED", "DRAFT, REMOVED", "PUBLISHED, REMOVED", "RETRACTED, REMOVED"
    })
    void theOpenMoves(EditorialStatus from, EditorialStatus to) {
        assertEquals(to, at(from).moved(move(to), ADA, List.of()).status());
    }

    @ParameterizedTest
    @CsvSource({"DRAFT, PUBLISHED", "DRAFT, APPROVED", "RETRACTED, PUBLISHED", "REMOVED, DRAFT", "WITHHELD, RETRACTED"})
    void anyOtherMoveIsAConflictThatNamesTheOpenOnes(EditorialStatus from, EditorialStatus to) {
        HttpProblem problem = refused(409, () -> at(from).moved(move(to), ADA, List.of()));
        assertEquals(
                from.moves().keySet().stream().map(EditorialStatus::wire).toList(),
                problem.getParameters().get("allowed"));
    }

    @ParameterizedTest
    @CsvSource({"IN_REVIEW, APPROVED", "IN_REVIEW, DRAFT", "APPROVED, PUBLISHED", "PUBLISHED, RETRACTED"})
    void aReporterDoesNotDecide(EditorialStatus from, EditorialStatus to) {
        refused(403, () -> at(from).moved(move(to), RITA, List.of()));
    }

    @Test
    void onlyAnAdminRemoves() {
        refused(403, () -> at(PUBLISHED).moved(move(REMOVED), EDGAR, List.of()));
    }

    @ParameterizedTest
    @CsvSource({
        "IN_REVIEW, DRAFT",
        "PUBLISHED, WITHHELD",
        "WITHHELD, PUBLISHED",
        "PUBLISHED, RETRACTED",
        "DRAFT, REMOVED"
    })
    void whatIsTakenBackNeedsAReason(EditorialStatus from, EditorialStatus to) {
        refused(422, () -> at(from).moved(new Transition(to, " ", null), ADA, List.of()));
    }

    @Test
    void whoWroteItDoesNotApproveIt() {
        Editorial written = Editorial.draftBy(EDGAR).moved(move(IN_REVIEW), EDGAR, List.of());
        refused(403, () -> written.moved(move(APPROVED), EDGAR, List.of()));
        assertEquals(List.of(), written.moved(move(APPROVED), ADA, List.of()).writers());
    }

    @Test
    void anEditSendsItBackAndTheEditorIsAWriterFromThenOn() {
        Editorial edited = at(APPROVED).written(EDGAR, EDIT);
        assertEquals(DRAFT, edited.status());
        Editorial again = edited.moved(move(IN_REVIEW), EDGAR, List.of());
        refused(403, () -> again.moved(move(APPROVED), EDGAR, List.of()));
    }

    @Test
    void anErrorFlagIsMendedOrAcknowledged() {
        Flag flag = Flag.errorAt("unresolved_source", "src_1", "Nobody has found it.", null);
        refused(409, () -> at(APPROVED).moved(move(PUBLISHED), EDGAR, List.of(flag)));
        Transition spiteOfIt = new Transition(
                PUBLISHED, null, List.of(new Acknowledgement("unresolved_source:src_1", "It is said so.")));
        assertEquals(
                PUBLISHED, at(APPROVED).moved(spiteOfIt, EDGAR, List.of(flag)).status());
    }

    @Test
    void whatIsPublishedIsChangedByAnEditorWhoSaysWhy() {
        refused(403, () -> at(PUBLISHED).written(RITA, EDIT));
        refused(422, () -> at(PUBLISHED).written(EDGAR, Change.ofContent(EDGAR, null, "Because.")));
        refused(422, () -> at(PUBLISHED).written(EDGAR, Change.ofContent(EDGAR, "update", null)));
        assertEquals(PUBLISHED, at(PUBLISHED).written(EDGAR, EDIT).status());
    }

    @ParameterizedTest
    @EnumSource(names = {"WITHHELD", "RETRACTED", "REMOVED"})
    void whatIsTakenBackIsNotWritten(EditorialStatus status) {
        refused(409, () -> at(status).written(ADA, EDIT));
    }

    @Test
    void aRetractionKeepsItsNotice() {
        Editorial retracted = at(PUBLISHED).moved(new Transition(RETRACTED, "We were wrong.", null), EDGAR, List.of());
        assertEquals("We were wrong.", retracted.notice());
    }

    @ParameterizedTest
    @CsvSource({"DRAFT, 404", "IN_REVIEW, 404", "APPROVED, 404", "WITHHELD, 410", "REMOVED, 451"})
    void whatAReaderDoesNotGet(EditorialStatus status, int answer) {
        refused(answer, () -> at(status).requireReadable(null, null, ANYONE, NOW));
    }

    @Test
    void theNewsroomReadsAllButWhatTheLawForbids() {
        assertDoesNotThrow(() -> at(DRAFT).requireReadable(null, null, RITA, NOW));
        refused(451, () -> at(REMOVED).requireReadable(null, null, ADA, NOW));
    }

    @Test
    void anEmbargoAndAnExpiryHaveTheirMoment() {
        Instant before = NOW.minusMillis(1);
        Instant after = NOW.plusMillis(1);
        refused(404, () -> at(PUBLISHED).requireReadable(after, null, ANYONE, NOW));
        refused(410, () -> at(PUBLISHED).requireReadable(before, NOW, ANYONE, NOW));
        assertDoesNotThrow(() -> at(PUBLISHED).requireReadable(NOW, after, ANYONE, NOW));
        assertDoesNotThrow(() -> at(WITHHELD).requireReadable(after, before, RITA, NOW));
    }

    private static Editorial at(EditorialStatus status) {
        return new Editorial(status, List.of("rita"), null);
    }

    private static Transition move(EditorialStatus to) {
        return new Transition(to, "Because.", null);
    }

    private static HttpProblem refused(int status, Executable what) {
        HttpProblem problem = assertThrows(HttpProblem.class, what);
        assertEquals(status, problem.getStatusCode());
        return problem;
    }
}
