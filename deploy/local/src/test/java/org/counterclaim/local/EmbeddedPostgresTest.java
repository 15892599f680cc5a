package org.counterclaim.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresTest {

    @TempDir
    Path temp;

    @Test
    void twoAtOnceDoNotDisturbEachOther() throws SQLException {
        try (EmbeddedPostgres one = EmbeddedPostgres.temporary();
                EmbeddedPostgres other = EmbeddedPostgres.temporary()) {
            assertNotEquals(one.port(), other.port());
            assertEquals("postgresql://postgres@127.0.0.1:" + one.port() + "/postgres", one.url());
            run(one, "CREATE TABLE note (text text)");
            assertEquals("note", ask(one, "SELECT to_regclass('note')"));
            assertNull(ask(other, "SELECT to_regclass('note')"));
        }
    }

    @Test
    void whatItKeepsIsThereTheNextTime() throws Exception {
        try (EmbeddedPostgres first = EmbeddedPostgres.at(temp)) {
            run(first, "CREATE TABLE note (text text)");
            run(first, "INSERT INTO note VALUES ('kept')");
            assertEquals("on", ask(first, "SHOW fsync"));
        }
        assertTrue(running().isEmpty(), "it has ended");
        try (EmbeddedPostgres second = EmbeddedPostgres.at(temp)) {
            assertEquals("kept", ask(second, "SELECT text FROM note"));
            assertTrue(assertThrows(IllegalStateException.class, () -> EmbeddedPostgres.at(temp))
                    .getMessage()
                    .startsWith("Another PostgreSQL runs in"));
            assertEquals("kept", ask(second, "SELECT text FROM note"));
        }
    }

    @Test
    void whatAKilledOwnerLeftRunningIsEnded() throws Exception {
        Process owner = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Owner.class.getName(),
                        temp.toString())
                .redirectError(temp.resolve("errors-of-the-owner").toFile())
                .start();
        assertEquals("runs", owner.inputReader().readLine());
        ProcessHandle orphan = running().orElseThrow();
        owner.destroyForcibly().waitFor();
        assertTrue(orphan.isAlive());
        try (EmbeddedPostgres next = EmbeddedPostgres.at(temp)) {
            assertFalse(orphan.isAlive());
            assertEquals("note", ask(next, "SELECT to_regclass('note')"));
        }
    }

    /** Starts one in the folder that it is given, and waits to be killed. */
    static final class Owner {

        public static void main(String[] folder) throws Exception {
            run(EmbeddedPostgres.at(Path.of(folder[0])), "CREATE TABLE note (text text)");
            System.out.println("runs");
            System.in.read();
        }
    }

    @Test
    void whatWasKilledWhileItWasMadeIsMadeAgain() throws Exception {
        Path half = Files.createDirectories(temp.resolve("data"));
        Files.writeString(half.resolve("postgresql.conf"), "");
        try (EmbeddedPostgres postgres = EmbeddedPostgres.at(temp)) {
            assertEquals("1", ask(postgres, "SELECT 1"));
        }
    }

    @Test
    void onlyThisMachineReachesItAndOnlyWithThePassword() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.at(temp)) {
            SQLException refusal = assertThrows(
                    SQLException.class, () -> DriverManager.getConnection(jdbc(postgres), "postgres", "guessed"));
            assertTrue(refusal.getMessage().contains("authentication failed"), refusal.getMessage());
            for (InetAddress address : NetworkInterface.networkInterfaces()
                    .flatMap(NetworkInterface::inetAddresses)
                    .filter(address -> !address.isLoopbackAddress())
                    .toList()) {
                assertThrows(IOException.class, () -> new Socket(address, postgres.port()).close());
            }
        }
    }

    private Optional<ProcessHandle> running() throws Exception {
        Path file = temp.resolve("data/postmaster.pid");
        return Files.exists(file)
                ? ProcessHandle.of(Long.parseLong(Files.readAllLines(file).get(0)))
                : Optional.empty();
    }

    private static void run(EmbeddedPostgres postgres, String statement) throws SQLException {
        try (Connection connection = connect(postgres);
                Statement command = connection.createStatement()) {
            command.execute(statement);
        }
    }

    private static String ask(EmbeddedPostgres postgres, String question) throws SQLException {
        try (Connection connection = connect(postgres);
                Statement command = connection.createStatement();
                ResultSet answer = command.executeQuery(question)) {
            answer.next();
            return answer.getString(1);
        }
    }

    private static Connection connect(EmbeddedPostgres postgres) throws SQLException {
        String[] user = URI.create(postgres.url()).getUserInfo().split(":");
        return DriverManager.getConnection(jdbc(postgres), user[0], user.length > 1 ? user[1] : "");
    }

    private static String jdbc(EmbeddedPostgres postgres) {
        return "jdbc:postgresql://127.0.0.1:" + postgres.port() + "/postgres";
    }
}
