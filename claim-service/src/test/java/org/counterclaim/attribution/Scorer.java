package org.counterclaim.attribution;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Compares what was read with what a person found, one to one, and adds up over texts. */
public final class Scorer {

    private static final double HALF = 0.5;

    private final Map<String, Score> scores = new LinkedHashMap<>();
    private final Map<String, Score> stances = new TreeMap<>();
    private int inexact;

    /** Whether a link goes from one attribution that was read to another. */
    public interface Links {

        Set<List<String>> of(Told told, String text);
    }

    /** Adds a text whose attributions have sources, cues and contents. */
    public void add(Annotated text, Told told, Links links) {
        List<Annotated.Gold> golds =
                text.attributions().stream().filter(g -> !g.nested()).toList();
        List<Annotated.Gold> there = golds.stream().filter(g -> !g.optional()).toList();
        List<Attribution> found = told.attributions().stream()
                .filter(a -> a.parent() == null)
                .filter(a -> golds.stream().noneMatch(g -> g.optional() && cue(a, g)))
                .toList();
        BiPredicate<Attribution, Annotated.Gold> content = (a, g) -> cue(a, g) && overlap(text, a, g) >= HALF;
        BiPredicate<Attribution, Annotated.Gold> triple = (a, g) -> content.test(a, g) && source(text, a, g);
        plus("cue", Score.of(found, there, Scorer::cue));
        plus("content by half", Score.of(found, there, content));
        plus("content exact", Score.of(found, there, (a, g) -> cue(a, g) && overlap(text, a, g) == 1));
        plus("full triple", Score.of(found, there, triple));
        for (String type : List.of("direct_quote", "mixed", "indirect_quote")) {
            plus(
                    "full triple, " + type,
                    Score.of(
                            ofType(found, type),
                            there.stream().filter(g -> g.type().equals(type)).toList(),
                            triple));
        }
        stances(told.attributions(), text.attributions());
        speakers(told.attributions(), text.attributions());
        links(text, told, links);
        inexact += offsets(text.text(), told);
    }

    /** Adds a sentence of which only sources and what is appealed to are known. */
    public void addPieces(Annotated text, Told told) {
        List<Attribution> found =
                told.attributions().stream().filter(a -> a.parent() == null).toList();
        List<Annotated.Gold> sources =
                text.attributions().stream().filter(g -> !g.source().isEmpty()).toList();
        List<Annotated.Gold> appeals =
                text.attributions().stream().filter(g -> !g.content().isEmpty()).toList();
        plus(
                "source",
                Score.of(
                        found.stream().filter(a -> a.source() != null).toList(),
                        sources,
                        (a, g) -> span(a.source()).overlaps(g.source().get(0))));
        plus("appeal by half", Score.of(found, appeals, (a, g) -> overlap(text, a, g) >= HALF));
        inexact += offsets(text.text(), told);
    }

    public Score score(String name) {
        return scores.getOrDefault(name, Score.NONE);
    }

    /** How many pieces do not say what the text says there. */
    public int inexact() {
        return inexact;
    }

    /** Over the stances that there are, each counting the same. */
    public double stanceMacroF1() {
        return stances.values().stream()
                .filter(s -> s.there() > 0)
                .mapToDouble(Score::f1)
                .average()
                .orElse(0);
    }

    /** All scores, a line each. */
    public String table() {
        String lines = scores.entrySet().stream()
                .map(e -> String.format(
                        Locale.ROOT, "%-28s %s", e.getKey(), e.getValue().percent()))
                .collect(Collectors.joining("\n"));
        return stances.isEmpty()
                ? lines
                : lines
                        + String.format(
                                Locale.ROOT, "%n%-28s %.1f  %s", "stance, macro F1", stanceMacroF1(), byStance());
    }

    private String byStance() {
        return stances.entrySet().stream()
                .map(e -> String.format(
                        Locale.ROOT,
                        "%s %.0f (%d)",
                        e.getKey(),
                        e.getValue().f1(),
                        e.getValue().there()))
                .collect(Collectors.joining(", "));
    }

    private void plus(String name, Score score) {
        scores.merge(name, score, Score::plus);
    }

    private static List<Attribution> ofType(List<Attribution> found, String type) {
        return found.stream()
                .filter(a -> a.quotationType().name().equalsIgnoreCase(type))
                .toList();
    }

    /** Of those that were found: the right stance, for each stance. */
    private void stances(List<Attribution> found, List<Annotated.Gold> golds) {
        for (Annotated.Gold gold : golds) {
            String stance = found.stream()
                    .filter(a -> cue(a, gold) && (a.parent() != null) == gold.nested())
                    .map(a -> a.stance().name().toLowerCase(Locale.ROOT))
                    .findFirst()
                    .orElse(null);
            if (stance != null && !gold.optional()) {
                boolean right = stance.equals(gold.stance());
                stances.merge(gold.stance(), new Score(right ? 1 : 0, right ? 1 : 0, 1), Score::plus);
                stances.merge(stance, new Score(0, right ? 0 : 1, 0), Score::plus);
            }
        }
    }

    /** Of all pairs of found attributions: those of the same speaker. */
    private void speakers(List<Attribution> found, List<Annotated.Gold> golds) {
        Map<Annotated.Gold, String> keys = new LinkedHashMap<>();
        golds.stream()
                .filter(g -> g.speaker() != null)
                .forEach(g -> found.stream()
                        .filter(a -> cue(a, g) && a.speaker() != null)
                        .findFirst()
                        .ifPresent(a -> keys.put(g, a.speaker())));
        List<Annotated.Gold> all = new ArrayList<>(keys.keySet());
        for (int i = 0; i < all.size(); i++) {
            for (int k = i + 1; k < all.size(); k++) {
                boolean same = all.get(i).speaker().equals(all.get(k).speaker());
                boolean read = Objects.equals(keys.get(all.get(i)), keys.get(all.get(k)));
                plus("pairs of one speaker", new Score(same && read ? 1 : 0, read ? 1 : 0, same ? 1 : 0));
            }
        }
    }

    private void links(Annotated text, Told told, Links links) {
        Map<String, Attribution> byId = told.attributions().stream().collect(Collectors.toMap(Attribution::id, a -> a));
        Map<String, Annotated.Gold> golds =
                text.attributions().stream().collect(Collectors.toMap(Annotated.Gold::id, g -> g));
        List<List<String>> found = new ArrayList<>(links.of(told, text.text()));
        plus(
                "dispute links",
                Score.of(
                        found,
                        text.links(),
                        (pair, link) -> fits(byId.get(pair.get(0)), golds.get(link.from()))
                                && fits(byId.get(pair.get(1)), golds.get(link.to()))));
    }

    /** The same words, or within them: a link to a sentence of a quotation is one to the quotation. */
    static boolean fits(Attribution attribution, Annotated.Gold gold) {
        return cue(attribution, gold)
                || attribution.content().stream()
                        .map(Scorer::span)
                        .anyMatch(s -> gold.content().stream().anyMatch(s::overlaps));
    }

    private static int offsets(String text, Told told) {
        int[] points = text.codePoints().toArray();
        return (int) told.attributions().stream()
                .flatMap(a -> Stream.concat(Stream.of(a.cue()), a.content().stream()))
                .filter(p -> !new String(points, p.start(), p.end() - p.start()).equals(p.exact()))
                .count();
    }

    static boolean cue(Attribution attribution, Annotated.Gold gold) {
        return gold.cue().stream().anyMatch(span(attribution.cue())::overlaps);
    }

    static double overlap(Annotated text, Attribution attribution, Annotated.Gold gold) {
        return Score.overlap(
                text.text(), attribution.content().stream().map(Scorer::span).toList(), gold.content());
    }

    private static boolean source(Annotated text, Attribution attribution, Annotated.Gold gold) {
        List<Span> source = attribution.source() == null ? List.of() : List.of(span(attribution.source()));
        return Score.sameHead(text.text(), source, gold.source());
    }

    /** These texts have no characters beyond the first plane, so that both ways of counting agree. */
    static Span span(Passage passage) {
        return new Span(passage.start(), passage.end());
    }
}
