package org.counterclaim.local;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The store is killed again and again while it is written and, every third time, closed. */
class KillTest {

    private static final int CYCLES = Integer.getInteger("kill.cycles");
    private static final int WRITERS = 4;

    @TempDir
    Path temp;

    private final Random random = new Random();

    @Test
    void whatWasAcknowledgedIsThereOnceAndWholeAfterEachKill() throws Exception {
        Path file = temp.resolve("store.mv");
        List<Writer> writers = IntStream.range(0, WRITERS)
                .mapToObj(i -> new Writer("w" + i, random.nextLong()))
                .toList();
        int finished = 0;
        long largest = 0;
        for (int cycle = 0; cycle < CYCLES; cycle++) {
            writeAndKill(file, writers, cycle % 3 == 2);
            largest = Math.max(largest, Files.size(file));
            try (StoreProcess store = StoreProcess.start(file);
                    MongoClient client = client(store)) {
                finished += (int)
                        writers.stream().filter(writer -> writer.check(client)).count();
            }
        }
        int writes = writers.stream().mapToInt(Writer::writes).sum();
        System.out.printf(
                "%d kills among %d acknowledged writes: none lost, none doubled, none half; of %d under way %d were done;"
                        + " the file had at most %d KB%n",
                CYCLES, writes, CYCLES * WRITERS, finished, largest / 1024);
    }

    private void writeAndKill(Path file, List<Writer> writers, boolean whileClosing) throws Exception {
        try (StoreProcess store = StoreProcess.start(file);
                MongoClient client = client(store)) {
            CountDownLatch enough = new CountDownLatch(100 + random.nextInt(400));
            CompletableFuture<?>[] writing = writers.stream()
                    .map(writer -> CompletableFuture.runAsync(
                            () -> writer.writeTo(client, enough::countDown), task -> new Thread(task).start()))
                    .toArray(CompletableFuture[]::new);
            assertTrue(enough.await(20, TimeUnit.SECONDS), "The store is too slow to say anything");
            if (whileClosing) {
                store.askToClose();
                store.process().waitFor(random.nextInt(250), TimeUnit.MILLISECONDS);
            }
            store.close();
            CompletableFuture.allOf(writing).get(20, TimeUnit.SECONDS);
        }
    }

    private static MongoClient client(StoreProcess store) {
        return MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(store.uri()))
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(2, TimeUnit.SECONDS))
                .retryWrites(false)
                .build());
    }
}
