package org.counterclaim.kit.http;

import jakarta.ws.rs.core.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.counterclaim.kit.problem.Problem;

/**
 * Entity tags and the conditions on them (RFC 9110, sections 8.8.3 and 13.1). The tag of a thing's plain JSON is its revision;
 * any other variant adds a hash, so that a revision can be read from every tag.
 */
public final class Preconditions {

    private static final Pattern TAG = Pattern.compile("(W/)?\"((\\d{1,9})(-[0-9a-f]+)?|[^\"]*)\"");

    private Preconditions() {}

    /** Strong tag of a revision's plain JSON. */
    public static String tag(int revision) {
        return "\"" + revision + "\"";
    }

    /** Strong tag of another variant of a revision, told apart by what it is made of. */
    public static String tag(int revision, List<String> variant) {
        return "\"" + revision + "-" + hash(variant) + "\"";
    }

    /** Strong tag of a variant of what another tag is of: its revision, if it names one, stays readable. */
    public static String variant(String tag, List<String> variant) {
        Matcher parts = TAG.matcher(tag);
        String revision = parts.matches() ? parts.group(3) : null;
        List<String> made = Stream.concat(Stream.of(tag), variant.stream()).toList();
        return revision == null ? tag(made) : tag(Integer.parseInt(revision), made);
    }

    /** Strong tag of something made of several things: of their ids and revisions. */
    public static String tag(List<String> things) {
        return "\"" + hash(things) + "\"";
    }

    /**
     * Demands that the writer has seen the current revision.
     *
     * @param ifMatch the request's {@code If-Match}, null if it sent none
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 428 without the header, 412 with the current tag if it names another
     */
    public static void requireMatch(String ifMatch, int current) {
        if (ifMatch == null) {
            throw Problem.PRECONDITION_REQUIRED.because("Send the ETag that you read as If-Match.");
        }
        if (!ifMatch.strip().equals("*") && !namesRevision(ifMatch, current)) {
            throw stale(current);
        }
    }

    /** 412 that carries the current tag. */
    public static RuntimeException stale(int current) {
        return Problem.PRECONDITION_FAILED
                .describe("The current revision is " + current + ": read it, then write again.")
                .withHeader(HttpHeaders.ETAG, tag(current))
                .build();
    }

    /** Whether {@code If-None-Match} names this tag, by the weak comparison: a proxy may have weakened what it passed on. */
    public static boolean notModified(String ifNoneMatch, String tag) {
        if (ifNoneMatch == null) {
            return false;
        }
        String opaque = opaque(tag);
        return ifNoneMatch.strip().equals("*")
                || TAG.matcher(ifNoneMatch)
                        .results()
                        .map(MatchResult::group)
                        .anyMatch(t -> opaque(t).equals(opaque));
    }

    private static boolean namesRevision(String ifMatch, int current) {
        return TAG.matcher(ifMatch)
                .results()
                .filter(tag -> tag.group(1) == null)
                .flatMap(tag -> Optional.ofNullable(tag.group(3)).stream())
                .anyMatch(revision -> Integer.parseInt(revision) == current);
    }

    private static String opaque(String tag) {
        return tag.startsWith("W/") ? tag.substring(2) : tag;
    }

    /** 64 bits tell the variants of one resource apart. */
    private static String hash(List<String> things) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(String.join("\n", things).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
