package org.counterclaim.attribution;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** A text with what a person found in it. */
public record Annotated(String name, String text, List<Gold> attributions, List<Link> links) {

    private static final Pattern MARK = Pattern.compile("\\{(\\w+?)([sct])(?:=([\\w -]+))?(?:/([a-z_]+))?:|\\}");
    private static final Pattern LINK = Pattern.compile(">> *(\\w+) +(explicit|implicit) +(\\w+)");

    /**
     * One attribution.
     *
     * @param speaker key of who says it, null where nobody has said who
     * @param nested whether it stands within another one's content
     * @param optional whether it may as well be left out
     */
    public record Gold(
            String id,
            List<Span> source,
            List<Span> cue,
            List<Span> content,
            String stance,
            String type,
            String speaker,
            boolean nested,
            boolean optional) {}

    /** One attribution denies what another one asserts. */
    public record Link(String from, String to, boolean explicit) {}

    /** The stories of our own in one of our files. */
    public static List<Annotated> own(String file) throws IOException {
        try (InputStream stories = Annotated.class.getResourceAsStream(file)) {
            String all = new String(stories.readAllBytes(), StandardCharsets.UTF_8);
            return Pattern.compile("(?m)^=== ")
                    .splitAsStream(all)
                    .filter(story -> !story.isBlank())
                    .map(story ->
                            ofMarked(story.lines().findFirst().orElseThrow(), story.substring(story.indexOf('\n'))))
                    .toList();
        }
    }

    /**
     * Reads a story of our own, in which the pieces stand in braces: <code>{1s:Smith} {1c/denies:denied} {1t:the claim}</code>.
     * An attribution without a source of its own shares that of the one before it. A source can name its speaker, <code>{1s=smith:he}</code>; lines that begin with {@code >>} say what denies what.
     */
    static Annotated ofMarked(String name, String marked) {
        String body = marked.lines()
                .filter(line -> !line.startsWith(">>"))
                .collect(Collectors.joining("\n"))
                .strip();
        StringBuilder text = new StringBuilder();
        Map<String, Map<String, List<Span>>> pieces = new LinkedHashMap<>();
        Map<String, String> stances = new LinkedHashMap<>();
        Map<String, String> speakers = new LinkedHashMap<>();
        List<Object[]> open = new ArrayList<>();
        Matcher marks = MARK.matcher(body);
        int at = 0;
        while (marks.find()) {
            text.append(body, at, marks.start());
            at = marks.end();
            if (marks.group(1) == null) {
                Object[] piece = open.remove(open.size() - 1);
                pieces.computeIfAbsent((String) piece[0], none -> new LinkedHashMap<>())
                        .computeIfAbsent((String) piece[1], none -> new ArrayList<>())
                        .add(new Span((Integer) piece[2], text.length()));
            } else {
                open.add(new Object[] {marks.group(1), marks.group(2), text.length()});
                if (marks.group(3) != null) {
                    speakers.put(marks.group(1), marks.group(3));
                }
                if (marks.group(4) != null) {
                    stances.put(marks.group(1), marks.group(4));
                }
            }
        }
        text.append(body.substring(at));
        if (!open.isEmpty()) {
            throw new IllegalArgumentException(name + " has a brace that is not closed: " + open.get(0)[0]);
        }
        return new Annotated(name, text.toString(), golds(text.toString(), pieces, stances, speakers), links(marked));
    }

    private static List<Gold> golds(
            String text,
            Map<String, Map<String, List<Span>>> pieces,
            Map<String, String> stances,
            Map<String, String> speakers) {
        List<Gold> golds = new ArrayList<>();
        pieces.forEach((id, piece) -> {
            List<Span> cue = piece.getOrDefault("c", List.of());
            List<Span> content = piece.getOrDefault("t", List.of());
            boolean nested = pieces.entrySet().stream()
                    .filter(other -> !other.getKey().equals(id))
                    .flatMap(other -> other.getValue().getOrDefault("t", List.of()).stream())
                    .anyMatch(span -> !cue.isEmpty() && span.contains(cue.get(0)));
            if (cue.isEmpty() || content.isEmpty()) {
                return;
            }
            List<Span> before =
                    golds.isEmpty() ? List.of() : golds.get(golds.size() - 1).source();
            golds.add(new Gold(
                    id,
                    piece.getOrDefault("s", before),
                    cue,
                    content,
                    stances.getOrDefault(id, "asserts"),
                    QuotationTypes.of(text, content, Quotations.in(text)),
                    speakers.get(id),
                    nested,
                    false));
        });
        return golds;
    }

    private static List<Link> links(String marked) {
        return LINK.matcher(marked)
                .results()
                .map(m -> new Link(m.group(1), m.group(3), m.group(2).equals("explicit")))
                .toList();
    }

    /** Reads the example, whose text is that of the story's sections, parted by blank lines. */
    public static Annotated ofSeed(Path folder) throws IOException {
        ObjectMapper json = new ObjectMapper();
        JsonNode story = json.readTree(Files.readString(folder.resolve("seed-story.json")));
        String text = stream(story.path("article").path("sections"))
                .map(section -> section.path("text").asText())
                .collect(Collectors.joining("\n\n"));
        JsonNode root = json.readTree(Files.readString(folder.resolve("seed-attributions.json")));
        List<Gold> golds = new ArrayList<>();
        List<Link> links = new ArrayList<>();
        for (JsonNode a : root.path("attributions")) {
            String stance = a.path("stance").asText();
            boolean plain = stance.equals("evidence") || stance.equals("commits");
            golds.add(new Gold(
                    a.path("id").asText(),
                    spans(a.path("source")),
                    spans(a.path("cue")),
                    spans(a.path("content")),
                    plain ? "asserts" : stance,
                    QuotationTypes.of(text, spans(a.path("content")), Quotations.in(text)),
                    a.path("speaker").asText(null),
                    a.has("nestedIn"),
                    a.path("optional").asBoolean()
                            || a.path("speaker").asText().equals("narrator")
                            || a.path("kind").asText().equals("narrator_speculation")));
            for (JsonNode d : a.path("disputes")) {
                links.add(new Link(
                        a.path("id").asText(),
                        d.path("target").asText(),
                        d.path("explicit").asBoolean()));
            }
        }
        return new Annotated("seed", text, golds, links);
    }

    private static List<Span> spans(JsonNode spans) {
        return stream(spans)
                .map(s -> new Span(s.path("start").asInt(), s.path("end").asInt()))
                .toList();
    }

    private static java.util.stream.Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
