package org.counterclaim.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

    @TempDir
    Path temp;

    @Test
    void whatItKeepsIsThereTheNextTime() {
        String key;
        try (DataFolder first = DataFolder.open(temp.resolve("a/b"))) {
            key = first.cursorKey();
            first.keepExample("art_1");
        }
        try (DataFolder second = DataFolder.open(temp.resolve("a/b"))) {
            assertEquals(key, second.cursorKey());
            assertTrue(second.hasExample("art_1"));
            assertFalse(second.hasExample("art_2"));
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
