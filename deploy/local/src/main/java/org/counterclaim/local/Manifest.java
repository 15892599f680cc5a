package org.counterclaim.local;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a backup consists of, in {@code backup.json}, which is written last: a folder without it holds no whole backup.
 *
 * @param format of the files
 * @param createdAt when the backup was begun, in UTC
 * @param parts one for each service
 */
record Manifest(int format, String createdAt, List<Part> parts) {

    static final int FORMAT = 1;

    private static final String FILE = "backup.json";
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    /**
     * The records of one service: a file with one record a line, in the order of their numbers, as canonical extended JSON of MongoDB.
     *
     * @param service name of the service's database
     * @param seq the last number, and, as there is no gap, how many lines there are
     * @param sha256 of the file, in hexadecimal
     * @param kinds how many records there are of each kind
     * @param unfinished ids of records that their writer, or the sweep, had not done with
     */
    record Part(
            String service, String file, long seq, String sha256, Map<String, Long> kinds, List<String> unfinished) {}

    /** @throws Refusal if the folder holds no whole backup, or one that this version does not know */
    static Manifest read(Path folder) throws IOException {
        Path file = folder.resolve(FILE);
        if (Files.notExists(file)) {
            throw Refusal.because(
                    "There is no " + FILE + " in " + folder + ": that is no backup, or one that was not finished.");
        }
        try {
            JsonNode manifest = JSON.readTree(file.toFile());
            if (manifest.path("format").asInt() != FORMAT) {
                throw Refusal.because("The backup " + folder + " has the format " + manifest.path("format")
                        + ", and this version knows " + FORMAT + " only.");
            }
            return JSON.treeToValue(manifest, Manifest.class);
        } catch (JsonProcessingException e) {
            throw Refusal.because("The file " + file + " is damaged: " + e.getOriginalMessage(), e);
        }
    }

    void write(Path folder) throws IOException {
        try (NewFile file = NewFile.in(folder, FILE)) {
            file.line(JSON.writeValueAsString(this));
            file.keep();
        }
    }

    /** One line for each service. */
    String summary() {
        return parts.stream()
                .map(part -> "  " + part.service() + ": " + part.seq() + " records " + part.kinds() + "\n")
                .collect(Collectors.joining());
    }

    static boolean isIn(Path folder) {
        return Files.exists(folder.resolve(FILE));
    }
}
