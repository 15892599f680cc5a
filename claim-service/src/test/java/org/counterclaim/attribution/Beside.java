package org.counterclaim.attribution;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Prints what was read of a text beside what a person found in it, a line for each attribution: who | by which word | what |
 * stance | what it denies. A line begins with = where all of it was read, ~ where a part was read otherwise (what was read
 * stands below it), - where nothing was, and + where a person found nothing.
 */
public final class Beside {

    private static final int LONGEST = 60;

    private final Annotated gold;
    private final List<Attribution> found;
    private final Set<List<String>> links;
    private final Map<String, Attribution> byId;

    private Beside(Annotated gold, Told told, Scorer.Links links) {
        this.gold = gold;
        this.found = told.attributions();
        this.links = links.of(told, gold.text());
        this.byId = found.stream().collect(Collectors.toMap(Attribution::id, Function.identity()));
    }

    /** All lines of a text, those beyond what a person found last. */
    public static String of(Annotated gold, Told told, Scorer.Links links) {
        Beside beside = new Beside(gold, told, links);
        Stream<String> there = gold.attributions().stream().map(beside::line);
        return Stream.concat(there, beside.beyond()).collect(Collectors.joining("\n"));
    }

    private String line(Annotated.Gold one) {
        String wanted = wanted(one);
        Optional<Attribution> read = read(one);
        String optional = one.optional() ? " (may be left out)" : "";
        if (read.isEmpty()) {
            return "- " + wanted + optional;
        }
        List<String> otherwise = otherwise(one, read.get());
        return (otherwise.isEmpty() ? "= " : "~ ")
                + wanted
                + optional
                + otherwise.stream().map(part -> "\n      read: " + part).collect(Collectors.joining());
    }

    private List<String> otherwise(Annotated.Gold one, Attribution read) {
        List<String> otherwise = new ArrayList<>();
        List<Span> source = read.source() == null ? List.of() : List.of(Scorer.span(read.source()));
        if (!Score.sameHead(gold.text(), source, one.source())) {
            otherwise.add(
                    "source " + (read.source() == null ? "none" : read.source().exact()));
        }
        if (Scorer.overlap(gold, read, one) < 1) {
            otherwise.add("content " + shortened(content(read)));
        }
        if (!read.stance().name().equalsIgnoreCase(one.stance())) {
            otherwise.add("stance " + read.stance().name().toLowerCase(Locale.ROOT));
        }
        Set<String> wanted = targets(one);
        Set<String> linked = linked(read, wanted);
        wanted.stream().filter(to -> !linked.contains(to)).forEach(to -> otherwise.add("no link to " + to));
        linked.stream().filter(to -> !wanted.contains(to)).forEach(to -> otherwise.add("a link to " + to + " too"));
        return otherwise;
    }

    private Stream<String> beyond() {
        return found.stream()
                .filter(one -> gold.attributions().stream().noneMatch(there -> Scorer.cue(one, there)))
                .map(one -> "+ "
                        + row(
                                one.id(),
                                one.source() == null ? "" : one.source().exact(),
                                one.cue().exact())
                        + " | " + shortened(content(one)) + " | "
                        + one.stance().name().toLowerCase(Locale.ROOT) + arrow(linked(one, Set.of())));
    }

    private String wanted(Annotated.Gold one) {
        return row(one.id(), text(one.source()), text(one.cue())) + " | " + shortened(text(one.content())) + " | "
                + one.stance() + arrow(targets(one));
    }

    private static String row(String id, String source, String cue) {
        return id + " " + shortened(source) + " | " + cue;
    }

    private static String arrow(Set<String> targets) {
        return targets.isEmpty() ? "" : " | → " + targets.stream().sorted().collect(Collectors.joining(", "));
    }

    private Optional<Attribution> read(Annotated.Gold one) {
        return found.stream().filter(a -> Scorer.cue(a, one)).findFirst();
    }

    private Set<String> targets(Annotated.Gold one) {
        return gold.links().stream()
                .filter(link -> link.from().equals(one.id()))
                .map(Annotated.Link::to)
                .collect(Collectors.toSet());
    }

    /**
     * What it denies, by the ids that a person gave; with a + before the id where a person found none. Where it can be one of
     * several, a quotation or a sentence of it, then one that is wanted.
     */
    private Set<String> linked(Attribution read, Set<String> wanted) {
        Set<String> linked = new HashSet<>();
        for (List<String> link : links) {
            if (link.get(0).equals(read.id())) {
                Attribution target = byId.get(link.get(1));
                linked.add(gold.attributions().stream()
                        .filter(one -> Scorer.fits(target, one))
                        .map(Annotated.Gold::id)
                        .max(Comparator.comparing(wanted::contains))
                        .orElse("+" + target.id()));
            }
        }
        return linked;
    }

    private static String content(Attribution one) {
        return one.content().stream().map(Passage::exact).collect(Collectors.joining(" … "));
    }

    private String text(List<Span> spans) {
        return spans.stream().map(span -> span.of(gold.text())).collect(Collectors.joining(" … "));
    }

    private static String shortened(String words) {
        String line = words.replaceAll("\\s+", " ").strip();
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1).strip() + "…";
    }
}
