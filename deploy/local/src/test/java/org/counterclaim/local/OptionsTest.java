package org.counterclaim.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class OptionsTest {

    private static final Path ROOT = Path.of("project");

    @Test
    void withoutArgumentsItStaysUpWithTheExampleAndKeepsItsDataInTheProject() {
        assertEquals(new Options(false, false, false, ROOT.resolve(".counterclaim"), null), parse());
    }

    @Test
    void eachOptionIsRead() {
        assertEquals(
                new Options(true, true, true, Path.of("d"), Path.of("s.txt")),
                parse("--once", "--empty", "--help", "--data", "d", "--story", "s.txt"));
    }

    @Test
    void whatItDoesNotKnowIsAnsweredWithTheUsage() {
        Refusal refusal = assertThrows(Refusal.class, () -> parse("--once", "--twice"));
        assertEquals(2, refusal.exitCode());
        assertTrue(refusal.getMessage().startsWith("There is no option --twice."), refusal.getMessage());
        assertTrue(refusal.getMessage().contains(Options.USAGE));
    }

    @Test
    void anOptionWithoutItsValueIsRefused() {
        for (List<String> arguments :
                List.of(List.of("--data"), List.of("--data", ""), List.of("--data", "--once"), List.of("--story"))) {
            Refusal refusal = assertThrows(Refusal.class, () -> Options.parse(arguments, ROOT), arguments::toString);
            assertEquals(2, refusal.exitCode());
        }
    }

    @Test
    void aStoryThatIsNotThereIsRefused() {
        Refusal refusal = assertThrows(
                Refusal.class, () -> parse("--story", "no/such/file").requireReadableStory());
        assertEquals(1, refusal.exitCode());
    }

    private static Options parse(String... arguments) {
        return Options.parse(List.of(arguments), ROOT);
    }
}
