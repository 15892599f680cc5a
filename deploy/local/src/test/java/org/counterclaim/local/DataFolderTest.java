package org.counterclaim.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

    @TempDir
    Path temp;

    @Test
    void whatItKeepsIsThereTheNextTime() throws IOException {
        String key;
        String pepper;
        String signing;
        try (DataFolder first = DataFolder.open(temp.resolve("a/b"))) {
            key = first.cursorKey();
            pepper = first.keyPepper();
            signing = Files.readString(first.signingKeys());
            first.keepExample("art_1");
        }
        try (DataFolder second = DataFolder.open(temp.resolve("a/b"))) {
            assertEquals(key, second.cursorKey());
            assertEquals(pepper, second.keyPepper());
            assertEquals(signing, Files.readString(second.signingKeys()));
            assertTrue(second.hasExample("art_1"));
            assertFalse(second.hasExample("art_2"));
        }
    }

    @Test
    void theGatewaySignsWithAPairThatOnlyTheOwnerReads() throws Exception {
        try (DataFolder data = DataFolder.open(temp)) {
            Path file = data.signingKeys();
            assertEquals(
                    "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)), "its permissions");
            PublicJsonWebKey pair = (PublicJsonWebKey)
                    new JsonWebKeySet(Files.readString(file)).getJsonWebKeys().get(0);
            assertNotNull(pair.getPrivateKey());
            assertEquals("ES256", pair.getAlgorithm());
            assertNotNull(pair.getKeyId());
        }
    }

    @Test
    void oneLauncherAtATimeHasIt() {
        try (DataFolder held = DataFolder.open(temp)) {
            String message =
                    assertThrows(Refusal.class, () -> DataFolder.open(temp)).getMessage();
            assertTrue(message.contains("in use by another launcher"), message);
        }
        DataFolder.open(temp).close();
    }

    @Test
    void aFolderThatCannotBeWrittenIsRefused() throws IOException {
        Path file = Files.writeString(temp.resolve("file"), "");
        String message = assertThrows(Refusal.class, () -> DataFolder.open(file.resolve("data")))
                .getMessage();
        assertTrue(message.contains("cannot be written"), message);
    }
}
