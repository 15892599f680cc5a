package org.counterclaim.release;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * Something of somebody else that a release has in it, as its bill of materials says (CycloneDX).
 *
 * @param name its package URL
 * @param licences those of them that one chooses are the terms it comes under
 * @param sha256 of its file, if the bill knows it
 */
record Part(String name, List<String> licences, Optional<String> sha256) {

    /**
     * Terms that let anybody use, change and sell what has the part in it. The EPL and the MPL want the part's own source to
     * be had, changed or not, and the GPL with the Classpath Exception asks for no more than that of what links it.
     */
    private static final Set<String> ACCEPTED = Set.of(
            "0BSD",
            "Apache-2.0",
            "BSD-2-Clause",
            "BSD-3-Clause",
            "BSD-4-Clause",
            "CC0-1.0",
            "EPL-2.0",
            "GPL-2.0-with-classpath-exception",
            "MIT",
            "MIT-0",
            "MPL-2.0",
            "PostgreSQL",
            "Public Domain");

    static Part of(JsonNode component) {
        return new Part(
                component.path("purl").asText(),
                StreamSupport.stream(component.path("licenses").spliterator(), false)
                        .map(Part::licence)
                        .toList(),
                StreamSupport.stream(component.path("hashes").spliterator(), false)
                        .filter(hash -> hash.path("alg").asText().equals("SHA-256"))
                        .map(hash -> hash.path("content").asText())
                        .findFirst());
    }

    /** The identifier that SPDX has for it, or else what its author calls it. */
    private static String licence(JsonNode choice) {
        JsonNode licence = choice.path("license");
        return licence.path("id")
                .asText(licence.path("name").asText(choice.path("expression").asText()));
    }

    /** Its group and its artifact, as its package URL has them: {@code group/artifact}. */
    String coordinates() {
        return name.replaceFirst("^pkg:maven/", "").replaceFirst("@.*", "");
    }

    /** What the build calls its jar. */
    String fileName() {
        String version = name.replaceFirst(".*@", "").replaceFirst("\\?.*", "");
        return coordinates().replace('/', '.') + "-" + version + ".jar";
    }

    boolean isAccepted() {
        return licences.stream().anyMatch(ACCEPTED::contains);
    }
}
