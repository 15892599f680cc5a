package org.counterclaim.e2e;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bson.BsonDocument;
import org.counterclaim.local.EmbeddedMongo;
import org.counterclaim.local.LocalIssuer;
import org.counterclaim.local.Ports;
import org.counterclaim.local.Service;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** What a person sees who starts everything by one command, and by those that back it up and restore it. */
@OnProcessesOfItsOwn
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LauncherIT {

    private static final String OWN_STORY = """
            My own story

            Mayor Ada Quill said on Monday that the harbour bridge had cost 40 million dollars.

            The contractor, Brent Ovid, denied that the harbour bridge had cost 40 million dollars.
            """;

    private static final String UP = "Ctrl-C stops everything.";
    private static final int ENDED_BY_SIGTERM = 143;

    private static final Ports PORTS = Ports.free();

    @TempDir
    static Path temp;

    /** What was answered before everything was stopped. */
    private static Map<String, String> before;

    private static String draft;
    private static long lastNumber;

    @TempDir
    Path elsewhere;

    private final List<LauncherProcess> started = new ArrayList<>();

    @AfterEach
    void leaveNothingRunning() throws IOException {
        started.forEach(LauncherProcess::killAll);
        for (String folder : List.of(data(), restored())) {
            postgres(folder).ifPresent(ProcessHandle::destroyForcibly);
        }
    }

    @Test
    @Order(1)
    void whatWasLoadedOutlivesEveryEnd() throws Exception {
        run().awaitSaid("5 of 5 evidence").killAll();

        LauncherProcess first = run("--once", "--story", file(OWN_STORY));
        assertEquals(0, first.awaitExit(), first::said);
        assertTrue(first.said().contains("22 of 22 claims published"), first::said);
        assertTrue(first.digest().contains("DISPUTED (5)") && first.digest().contains("ONE-SIDED (9)"), first::said);
        assertTrue(
                first.digest().contains("Volodymyr Zelenskyy affirms · Lin Jian denies in part (scale)"), first::said);
        assertTrue(first.said().contains("Ada Quill affirms · Brent Ovid denies"), first::said);
        assertTrue(first.said().contains("UNREVIEWED"), first::said);
        assertFalse(first.said().contains("TOKEN="), "What has stopped is not shown as what can be used");
        assertNobodyListens();
        assertEquals(Optional.empty(), postgres(data()));

        LauncherProcess second = run().awaitSaid(UP);
        assertFalse(second.said().contains("22 of 22"), second::said);
        assertEquals(first.digest(), second.digest());
        given().get(find("Your story +(\\S+)", first))
                .then()
                .statusCode(200)
                .body("article.headline", equalTo("My own story"));
        given().auth()
                .oauth2(find("TOKEN=(\\S+)", second))
                .get(PORTS.address(Service.GATEWAY) + "/v1/articles?editorialStatus=draft")
                .then()
                .statusCode(200);
        assertRefused(1, "in use by another launcher", LauncherProcess.start(temp, Ports.free(), "--data", data()));
        ProcessHandle orphan = postgres(data()).orElseThrow();
        second.killAllBut("gateway");
        assertTrue(orphan.isAlive());

        // it would not start if the gateway of the second one still had its port, or PostgreSQL the data
        LauncherProcess third = run().awaitSaid(UP);
        awaitEnd(orphan);
        assertEquals(first.digest(), third.digest());
        List<ProcessHandle> services = third.services();
        assertEquals(3, services.size());
        Holdings holdings = holdings(data());
        String story = find("Example +\\S+/v1/stories/(\\S+)", third);
        holdings.revise(story);
        draft = holdings.write("A draft that stays");
        before = holdings.answers(story);
        lastNumber = holdings.lastNumber();
        ProcessHandle postgres = postgres(data()).orElseThrow();
        third.process().destroy();
        assertEquals(ENDED_BY_SIGTERM, third.awaitExit());
        assertTrue(services.stream().noneMatch(ProcessHandle::isAlive), "Services are left running");
        awaitEnd(postgres);
        assertNobodyListens();
    }

    /** It goes on from what the one before it has left. What a service does in the background is over with it. */
    @Test
    @Order(2)
    void whatIsRestoredElsewhereIsAnsweredAsItWas() throws Exception {
        Map<String, Set<BsonDocument>> stored;
        try (EmbeddedMongo store = EmbeddedMongo.at(Path.of(data(), "store.mv"))) {
            stored = Holdings.stored(store);
            command("Backup", Map.of("MONGODB_URI", store.uri()), backup());
        }
        command("Restore", Map.of(), "--data", restored(), backup());
        try (EmbeddedMongo store = EmbeddedMongo.at(Path.of(restored(), "store.mv"))) {
            assertEquals(stored, Holdings.stored(store));
        }
        LauncherProcess running = runOn(restored(), "--empty").awaitSaid(UP);
        Holdings holdings = holdings(restored());
        Map<String, String> after = holdings.answers(before.get("story"));
        before.forEach((path, answer) -> assertEquals(answer, after.get(path), path));
        assertEquals(before.keySet(), after.keySet());
        assertGoesOn(holdings);
        running.process().destroy();
        assertEquals(ENDED_BY_SIGTERM, running.awaitExit());
    }

    private static void assertGoesOn(Holdings holdings) {
        holdings.move("/v1/articles/" + draft, "reporter", "{\"to\": \"in_review\"}");
        holdings.write("Written after the restore");
        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> assertEquals(
                        List.of(lastNumber + 1, lastNumber + 2),
                        holdings.numbers().stream()
                                .filter(number -> number > lastNumber)
                                .toList()));
    }

    @Test
    void aPortThatIsTakenIsRefusedBeforeAnythingIsStarted() throws Exception {
        try (ServerSocket taken =
                new ServerSocket(PORTS.byVariable().get("CLAIM_PORT"), 1, InetAddress.getLoopbackAddress())) {
            LauncherProcess refused = runOn(elsewhere.toString());
            assertRefused(1, "Port " + taken.getLocalPort(), refused);
            assertTrue(refused.complained().contains("CLAIM_PORT="), refused::said);
            assertFalse(Files.exists(elsewhere.resolve("logs/article-service.log")));
        }
    }

    @Test
    void aFolderThatCannotBeWrittenIsRefused() throws Exception {
        assertRefused(1, "cannot be written", LauncherProcess.start(temp, PORTS, "--data", file("") + "/data"));
    }

    @Test
    void whatItDoesNotKnowIsAnsweredWithTheUsage() throws Exception {
        LauncherProcess refused = run("--twice");
        assertRefused(2, "There is no option --twice.", refused);
        assertTrue(refused.complained().contains("Usage: deploy/run"), refused::said);
    }

    private LauncherProcess run(String... arguments) throws IOException {
        return runOn(data(), arguments);
    }

    private LauncherProcess runOn(String folder, String... arguments) throws IOException {
        List<String> all = new ArrayList<>(List.of("--data", folder));
        all.addAll(List.of(arguments));
        LauncherProcess launcher = LauncherProcess.start(temp, PORTS, all.toArray(String[]::new));
        started.add(launcher);
        return launcher;
    }

    /** A process that has ended is alive until its parent, which is not this one, has noticed. */
    private static void awaitEnd(ProcessHandle process) {
        await().atMost(Duration.ofSeconds(5)).until(() -> !process.isAlive());
    }

    /** The process that has the data folder's database, which is no child of the launcher. */
    private static Optional<ProcessHandle> postgres(String folder) throws IOException {
        Path file = Path.of(folder, "postgres", "data", "postmaster.pid");
        return Files.exists(file)
                ? ProcessHandle.of(Long.parseLong(Files.readAllLines(file).get(0)))
                : Optional.empty();
    }

    private static String data() {
        return temp.resolve("data").toString();
    }

    private static String backup() {
        return temp.resolve("backup").toString();
    }

    private static String restored() {
        return temp.resolve("restored").toString();
    }

    private static Holdings holdings(String folder) {
        return new Holdings(PORTS.address(Service.GATEWAY), LocalIssuer.in(Path.of(folder)));
    }

    /** One of the other commands, which ends by itself. */
    private static void command(String name, Map<String, String> environment, String... arguments) throws Exception {
        LauncherProcess process = LauncherProcess.ofCommand(temp, name, environment, arguments);
        assertEquals(0, process.awaitExit(), process::said);
    }

    private String file(String text) throws IOException {
        return Files.writeString(Files.createTempFile(temp, "story", ".txt"), text)
                .toString();
    }

    private static void assertRefused(int exitCode, String sentence, LauncherProcess launcher)
            throws InterruptedException {
        assertEquals(exitCode, launcher.awaitExit(), launcher::said);
        assertTrue(launcher.complained().contains(sentence), launcher::said);
        assertEquals(List.of(), launcher.services());
    }

    private static String find(String pattern, LauncherProcess launcher) {
        Matcher found = Pattern.compile(pattern).matcher(launcher.said());
        assertTrue(found.find(), launcher::said);
        return found.group(1);
    }

    private void assertNobodyListens() {
        PORTS.byVariable()
                .forEach((variable, port) -> assertDoesNotThrow(
                        () -> new ServerSocket(port, 1, InetAddress.getLoopbackAddress()).close(), variable));
    }
}
