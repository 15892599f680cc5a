package org.counterclaim.kit.job;

import static org.counterclaim.kit.store.Cabinet.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.mongodb.FindOptions;
import io.quarkus.mongodb.reactive.ReactiveMongoDatabase;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.counterclaim.kit.problem.Problem;
import org.counterclaim.kit.security.Caller;
import org.counterclaim.kit.store.Cabinet;
import org.counterclaim.kit.store.Documents;
import org.counterclaim.kit.store.Duplicate;
import org.counterclaim.kit.store.Mortal;
import org.counterclaim.kit.store.Note;
import org.counterclaim.kit.store.RevisionStore;
import org.counterclaim.kit.store.StoreCalls;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Jobs that make a note of each row, in a real store. */
class JobTest {

    private static final Clock NOW = Clock.tickMillis(ZoneOffset.UTC);
    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final Caller OWNER = new Caller("edgar", "token", Set.of("editor", "reporter"));

    private final Cabinet cabinet = new Cabinet();
    private final Jobs jobs = new Jobs(collections(cabinet.database), NOW);

    @AfterEach
    void close() {
        cabinet.close();
    }

    @Test
    void whatIsBroughtIsWorkedOff() {
        Job queued = queue(rows(250) + "bad\n\n" + "x".repeat(1_048_577));
        assertEquals(JobState.QUEUED, queued.state());
        assertEquals(252, queued.rows());
        await(runner(cabinet.database, NOW).run());
        Job done = await(jobs.find(queued.id()));
        assertEquals(JobState.DONE, done.state());
        assertEquals(Map.of("created", 250, "failed", 2), done.counts());
        assertEquals(252, done.done());
        assertEquals(OWNER, done.caller());
        List<RowError> errors = await(jobs.errors(done.id()).collect().asList());
        assertEquals(List.of(251, 252), errors.stream().map(RowError::row).toList());
        assertEquals("A row may have 1048576 bytes.", errors.get(1).detail());
        assertEquals(notes(250), texts());
        assertNothingIsLeft();
        await(runner(cabinet.database, NOW).run());
        assertEquals(done, await(jobs.find(queued.id())));
    }

    /** More calls than this job takes. */
    private static final int CALLS = 15;

    record Death(int call, boolean after) {}

    static Stream<Death> deaths() {
        return IntStream.range(0, CALLS)
                .boxed()
                .flatMap(call -> Stream.of(new Death(call, false), new Death(call, true)));
    }

    /** Whoever works on a job dies at any of its calls; the next one goes on, and each row has come to what it comes to. */
    @ParameterizedTest
    @MethodSource("deaths")
    void whoeverDiesTheWorkIsDoneOnce(Death death) {
        Job queued = queue(rows(3) + "bad\n" + "x".repeat(300_000) + "\nbad\n" + rows(2));
        Mortal mortal = new Mortal(death.call, death.after);
        boolean finished = await(runner(StoreCalls.through(mortal, cabinet.database), NOW)
                .run()
                .map(done -> true)
                .onFailure(Mortal.Death.class)
                .recoverWithItem(false));
        assertEquals(mortal.calls() <= death.call, finished);
        Clock later = Clock.offset(NOW, Duration.ofSeconds(40));
        await(runner(cabinet.database, later).run());
        Job done = await(jobs.find(queued.id()));
        assertEquals(JobState.DONE, done.state());
        assertEquals(Map.of("created", 6, "failed", 2), done.counts());
        assertEquals(8, done.done());
        assertEquals(6, texts().size());
        assertEquals(
                List.of(4, 6),
                await(jobs.errors(done.id()).map(RowError::row).collect().asList()));
        assertNothingIsLeft();
    }

    @Test
    void whoHasLostTheLeaseStops() {
        Job queued = queue(rows(150));
        JobQueue paused = new JobQueue(collections(cabinet.database), NOW, LEASE);
        Job taken = await(paused.take(List.of("notes")));
        List<JobRow> rows = await(paused.begin(taken));
        JobRunner other = runner(cabinet.database, NOW);
        await(other.run());
        assertEquals(JobState.RUNNING, await(jobs.find(queued.id())).state());
        await(runner(cabinet.database, Clock.offset(NOW, Duration.ofSeconds(40)))
                .run());
        assertNull(await(paused.advance(
                taken, rows.stream().map(row -> RowOutcome.of("created")).toList())));
        await(paused.end(taken, JobState.FAILED, "late"));
        Job done = await(jobs.find(queued.id()));
        assertEquals(JobState.DONE, done.state());
        assertEquals(Map.of("created", 150), done.counts());
    }

    @Test
    void anOutageIsWaitedForAndAFaultEndsTheJob() {
        AtomicInteger tries = new AtomicInteger();
        JobKind outOnce = kind(
                "out",
                job -> tries.getAndIncrement() == 0
                        ? Problem.UPSTREAM_UNAVAILABLE.because("The store cannot be reached.")
                        : null);
        JobKind broken = kind("broken", job -> new IllegalStateException("a bug"));
        JobRunner runner =
                new JobRunner(List.of(outOnce, broken), new JobQueue(collections(cabinet.database), NOW, LEASE));
        Job out = queue("out", rows(1));
        assertThrows(HttpProblem.class, () -> await(runner.run()));
        assertEquals(JobState.RUNNING, await(jobs.find(out.id())).state());
        await(runner.run());
        assertEquals(JobState.DONE, await(jobs.find(out.id())).state());
        Job bug = queue("broken", rows(1));
        await(runner.run());
        Job failed = await(jobs.find(bug.id()));
        assertEquals(JobState.FAILED, failed.state());
        assertEquals("The service failed after 0 rows; its log has more.", failed.failure());
        assertNothingIsLeft();
    }

    @Test
    void anUploadThatBreaksOffLeavesNothing() {
        InputStream broken = new InputStream() {
            private int left = 500_000;

            @Override
            public int read() throws IOException {
                if (left-- == 0) {
                    throw new IOException("The connection is gone");
                }
                return left % 1_000 == 0 ? '\n' : 'x';
            }
        };
        assertThrows(RuntimeException.class, () -> await(jobs.receive(RowForm.LINES.in(broken))));
        assertNothingIsLeft();
    }

    @Test
    void whatNobodyNeedsAnyMoreIsForgotten() {
        Upload orphan = await(jobs.receive(RowForm.LINES.in(body(rows(1)))));
        Job queued = queue(rows(2) + "bad\n");
        forgetAfter(Duration.ofMinutes(30));
        assertFalse(all("uploads").stream()
                .noneMatch(batch -> batch.getString("upload").getValue().equals(orphan.id())));
        forgetAfter(Duration.ofHours(2));
        assertEquals(1, all("uploads").size());
        await(runner(cabinet.database, NOW).run());
        forgetAfter(Duration.ofDays(29));
        assertEquals(JobState.DONE, await(jobs.find(queued.id())).state());
        forgetAfter(Duration.ofDays(31));
        assertNull(await(jobs.find(queued.id())));
        assertEquals(List.of(), all("jobErrors"));
        assertNothingIsLeft();
    }

    private void forgetAfter(Duration time) {
        await(new JobQueue(collections(cabinet.database), Clock.offset(NOW, time), LEASE).forget());
    }

    private Job queue(String rows) {
        return queue("notes", rows);
    }

    private Job queue(String kind, String rows) {
        Upload upload = await(jobs.receive(RowForm.LINES.in(body(rows))));
        return await(jobs.queue("job_" + upload.id(), kind, upload, OWNER, Map.of("mode", "create")));
    }

    private static InputStream body(String rows) {
        return new ByteArrayInputStream(rows.getBytes(StandardCharsets.UTF_8));
    }

    private static String rows(int number) {
        return IntStream.rangeClosed(1, number).mapToObj(i -> "row " + i + "\n").collect(Collectors.joining());
    }

    private static List<String> notes(int number) {
        return rows(number).lines().sorted().toList();
    }

    private List<String> texts() {
        return cabinet.documents().stream()
                .map(note -> note.getString("text").getValue())
                .sorted()
                .toList();
    }

    private void assertNothingIsLeft() {
        assertEquals(List.of(), all("uploads"));
        assertEquals(List.of(), all("uploadNotes"));
    }

    private List<BsonDocument> all(String collection) {
        return await(new Documents(cabinet.database, collection)
                .all(new BsonDocument(), new FindOptions())
                .collect()
                .asList());
    }

    private JobRunner runner(ReactiveMongoDatabase database, Clock clock) {
        RevisionStore<Note> notes = cabinet.actor();
        JobKind kind = new JobKind() {
            @Override
            public String name() {
                return "notes";
            }

            @Override
            public Uni<List<RowOutcome>> work(Job job, List<JobRow> rows, boolean again) {
                return Multi.createFrom()
                        .iterable(rows)
                        .onItem()
                        .transformToUniAndConcatenate(row -> note(notes, row))
                        .collect()
                        .asList();
            }
        };
        return new JobRunner(List.of(kind), new JobQueue(collections(database), clock, LEASE));
    }

    private static Uni<RowOutcome> note(RevisionStore<Note> notes, JobRow row) {
        return row.text().equals("bad")
                ? Uni.createFrom()
                        .item(RowOutcome.failed(new RowError(row.number(), null, "bad", "It is bad.", List.of())))
                : notes.insert(Note.first("n" + row.ulid(), row.text()), Note.CHANGE)
                        .map(made -> RowOutcome.of("created"))
                        .onFailure(Duplicate::is)
                        .recoverWithItem(RowOutcome.of("created"));
    }

    private static JobKind kind(String name, Function<Job, RuntimeException> failure) {
        return new JobKind() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Uni<List<RowOutcome>> work(Job job, List<JobRow> rows, boolean again) {
                RuntimeException fails = failure.apply(job);
                return fails == null
                        ? Uni.createFrom()
                                .item(rows.stream()
                                        .map(row -> RowOutcome.of("created"))
                                        .toList())
                        : Uni.createFrom().failure(fails);
            }
        };
    }

    private static Function<String, Documents> collections(ReactiveMongoDatabase database) {
        return name -> new Documents(database, name);
    }
}
