package org.counterclaim.lint;

import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.counterclaim.kit.editorial.Flag;
import org.counterclaim.kit.editorial.LoadedWords;
import org.counterclaim.lint.Passage.Stretch;

/** Words that are flagged wherever the story has them. */
final class Wording implements Rule {

    private final String code;
    private final Pattern words;
    private final boolean evenQuoted;
    private final String detail;

    /**
     * @param evenQuoted whether it matters in quotations too: readers take it from there as well
     * @param detail sentence for the newsroom, with a place for the words
     */
    private Wording(String code, boolean evenQuoted, String detail, String words) {
        this.code = code;
        this.words = Pattern.compile("(?i)\\b(?:" + words + ")\\b");
        this.evenQuoted = evenQuoted;
        this.detail = detail;
    }

    /** Numbers that are none. */
    static Rule vagueQuantifiers() {
        return new Wording(
                "vague_quantifier",
                true,
                "\"%s\" is no number: how many, or who counted?",
                "(?:significant|large|small|considerable|substantial|growing|increasing|unknown|huge|vast|great|sizeable|sizable|undisclosed|limited) (?:numbers?|amounts?|quantit(?:y|ies)|share|proportion)"
                        + "|a number of|numerous|countless|scores of|a host of|a raft of|a handful of|untold"
                        + "|(?:many|some|most|several) (?:experts?|analysts?|observers?|critics|commentators|people (?:say|think|believe)|sources)");
    }

    /** Words that judge where they seem to describe. */
    static Rule loadedWords() {
        return new Wording(
                "loaded_word", false, "\"%s\" judges: say what happened, or whose word it is.", LoadedWords.ENGLISH);
    }

    /** The newsroom against somebody. */
    static Rule positions() {
        return new Wording(
                "newsroom_takes_position",
                false,
                "\"%s\" takes a side against what somebody says: whose finding is it?",
                "(?:despite|in spite of|contrary to|notwithstanding) (?:[\\w'’.-]+ ){0,6}(?:claims?|denials?|assertions?|insistence|assurances?|protestations)"
                        + "|the (?:reality|truth|fact) (?:is|paints|shows|tells|remains)");
    }

    /** Guesses at motives. */
    static Rule guesses() {
        return new Wording(
                "opinion_or_analysis",
                false,
                "\"%s\" guesses at what somebody is up to: say who thinks so, or leave it out.",
                "(?:may|might|could|appears? to|seems? to) be (?:banking|betting|counting|hoping|gambling|playing|bluffing|angling|stalling|posturing)");
    }

    @Override
    public Stream<Flag> flags(Story story) {
        return story.isRead() ? story.body().flatMap(this::flags) : Stream.of();
    }

    private Stream<Flag> flags(Passage passage) {
        Stream<Stretch> found =
                evenQuoted ? words.matcher(passage.text()).results().map(Stretch::of) : passage.inOwnWords(words);
        return found.map(stretch -> passage.flag(code, stretch, detail.formatted(passage.words(stretch))));
    }
}
