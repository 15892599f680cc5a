package org.counterclaim.exchange;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.counterclaim.kit.http.QueryParameters;

/** Which column of a table is which member of a row. */
final class Columns {

    private static final String NAME = "columns";
    private static final String CLAIM = "claimReviewed";
    private static final int SHOWN = 50;

    private static final Map<String, BiFunction<ReviewRowBuilder, String, ReviewRowBuilder>> MEMBERS = Map.ofEntries(
            Map.entry("claimReviewed", ReviewRowBuilder::claimReviewed),
            Map.entry("claimLanguage", ReviewRowBuilder::claimLanguage),
            Map.entry("claimant", ReviewRowBuilder::claimant),
            Map.entry("claimantType", ReviewRowBuilder::claimantType),
            Map.entry("claimDate", ReviewRowBuilder::claimDate),
            Map.entry("appearance", (row, address) -> row.appearances(List.of(address))),
            Map.entry("url", ReviewRowBuilder::url),
            Map.entry("inLanguage", ReviewRowBuilder::language),
            Map.entry("author", ReviewRowBuilder::author),
            Map.entry("authorType", ReviewRowBuilder::authorType),
            Map.entry("authorUrl", ReviewRowBuilder::authorUrl),
            Map.entry("datePublished", ReviewRowBuilder::datePublished),
            Map.entry("reviewBody", ReviewRowBuilder::reviewBody),
            Map.entry("ratingValue", ReviewRowBuilder::ratingValue),
            Map.entry("bestRating", ReviewRowBuilder::bestRating),
            Map.entry("worstRating", ReviewRowBuilder::worstRating),
            Map.entry("alternateName", ReviewRowBuilder::alternateName));

    /** Heading of each member. */
    private final Map<String, String> headings;

    /** Whether the table must have them all. */
    private final boolean named;

    private Columns(Map<String, String> headings, boolean named) {
        this.headings = headings;
        this.named = named;
    }

    /**
     * The columns that a request names, as {@code member:heading} with commas between; without any a heading is the member's name.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 for a member that no row has
     */
    static Columns of(String columns) {
        if (columns == null) {
            return new Columns(MEMBERS.keySet().stream().collect(Collectors.toMap(name -> name, name -> name)), false);
        }
        Map<String, String> headings = new HashMap<>(Map.of(CLAIM, CLAIM));
        for (String column : columns.split(",")) {
            String[] pair = column.split(":", 2);
            if (pair.length < 2 || pair[1].isBlank() || !MEMBERS.containsKey(pair[0].strip())) {
                throw QueryParameters.invalid(
                        NAME,
                        "member:heading with commas between; the members are "
                                + String.join(", ", new TreeSet<>(MEMBERS.keySet())) + ".");
            }
            headings.put(pair[0].strip(), pair[1].strip());
        }
        return new Columns(headings, true);
    }

    /**
     * Where the members stand under a table's headings.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 if there is nothing to find a claim in, or a column is missing
     */
    Map<String, Integer> in(List<String> table) {
        List<String> missing = headings.entrySet().stream()
                .filter(column -> !table.contains(column.getValue()))
                .filter(column -> named || column.getKey().equals(CLAIM))
                .map(Map.Entry::getValue)
                .sorted()
                .toList();
        if (!missing.isEmpty()) {
            String there = table.stream().limit(SHOWN).collect(Collectors.joining(", "));
            throw QueryParameters.invalid(
                    NAME, "The table has no column " + String.join(", ", missing) + "; it has " + there + ".");
        }
        return headings.entrySet().stream()
                .filter(column -> table.contains(column.getValue()))
                .collect(Collectors.toMap(Map.Entry::getKey, column -> table.indexOf(column.getValue())));
    }

    /** A row with the texts that stand at these places; in a table that has addresses of reviews each row is a review. */
    static ReviewRow row(Map<String, Integer> places, List<String> texts) {
        ReviewRowBuilder row = ReviewRowBuilder.builder();
        places.forEach((member, place) -> {
            if (!texts.get(place).isBlank()) {
                MEMBERS.get(member).apply(row, texts.get(place));
            }
        });
        return row.isReview(places.containsKey("url")).build();
    }
}
