package org.counterclaim.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a new installation keeps to itself. */
class SecretsTest {

    @TempDir
    Path folder;

    @Test
    void bothSidesAreToldTheSame() throws IOException {
        Secrets.write(folder);
        String articles = read("mongodb").getProperty("ARTICLES_PASSWORD");
        assertTrue(read("article-service").getProperty("MONGODB_URI").contains("://article-service:" + articles + "@"));
        String postgres = read("postgres").getProperty("PASSWORD");
        assertTrue(read("gateway").getProperty("DATABASE_URL").contains(":" + postgres + "@"));
        assertEquals(
                read("keycloak").getProperty("CLAIM_SERVICE_CLIENT_SECRET"),
                read("claim-service").getProperty("SERVICE_CLIENT_SECRET"));
    }

    @Test
    void nothingIsMadeTwice() throws IOException {
        Secrets.write(folder);
        Properties first = read("gateway");
        Secrets.write(folder);
        assertEquals(first, read("gateway"));
    }

    @Test
    void theyAreTheirOwnersAlone() throws IOException {
        Secrets.write(folder);
        assertEquals(
                "rw-------",
                PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("signing-keys.json"))));
        assertTrue(Files.readString(folder.resolve("keyfile")).matches("[A-Za-z0-9+/]{128}"));
    }

    private Properties read(String name) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(folder.resolve(name + ".properties"))) {
            properties.load(reader);
        }
        return properties;
    }
}
