package org.counterclaim.attribution;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a text into tokens in the style of the Penn Treebank. Every token is a stretch of the text; only white space lies between. */
final class Tokenizer {

    // possessive throughout: a text without spaces must not make it look twice
    private static final Pattern TOKEN = Pattern.compile("''|``|\\.{2,}+|…|-{2,}+|https?://\\S++|www\\.\\S++|[@#]\\w++"
            + "|\\d++(?:[.,:]\\d++)*+(?:st|nd|rd|th)?+"
            + "|(?:\\p{L}\\.){2,}+"
            + "|[\\p{L}\\p{M}\\d_]++(?:&[\\p{L}\\d]++|\\.(?:com|org|net|gov|edu|co|uk|tv|io)(?![\\p{L}\\d]))*+"
            + "|\\S");
    private static final Set<String> CLITICS = Set.of("s", "m", "d", "ll", "re", "ve");

    private final Set<String> abbreviations;

    Tokenizer(Words words) {
        this.abbreviations = words.group("initial-form");
    }

    /** The tokens of a text, the first of them if there are more than so many. */
    List<Span> tokens(String text, int most) {
        List<Span> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(text);
        int at = 0;
        while (at < text.length() && tokens.size() < most && matcher.find(at)) {
            at = matcher.end();
            if (isApostrophe(text, matcher.start()) && at - matcher.start() == 1) {
                at = apostrophe(text, matcher.start(), tokens);
            } else {
                at = withFullStop(text, matcher.start(), at);
                split(text, new Span(matcher.start(), at), tokens);
            }
        }
        return tokens;
    }

    /** "Mr." and "J." keep their full stop. */
    private int withFullStop(String text, int start, int end) {
        if (end + 1 >= text.length() || text.charAt(end) != '.' || !Character.isWhitespace(text.charAt(end + 1))) {
            return end;
        }
        boolean initial = end - start == 1 && Character.isUpperCase(text.charAt(start)) && text.charAt(start) != 'I';
        boolean known = end - start < 8
                && Character.isUpperCase(text.charAt(start))
                && abbreviations.contains(text.substring(start, end).toLowerCase(Locale.ROOT));
        return initial || known ? end + 1 : end;
    }

    private static void split(String text, Span word, List<Span> tokens) {
        if (word.length() == 6 && word.of(text).equalsIgnoreCase("cannot")) {
            tokens.add(new Span(word.start(), word.start() + 3));
            tokens.add(new Span(word.start() + 3, word.end()));
        } else {
            tokens.add(word);
        }
    }

    /** After a word: "'s", "n't", or inside a name such as O'Brien. Otherwise a mark of its own. */
    private static int apostrophe(String text, int at, List<Span> tokens) {
        Span before = tokens.isEmpty() ? null : tokens.get(tokens.size() - 1);
        if (before == null || before.end() != at || !Character.isLetterOrDigit(text.charAt(at - 1))) {
            tokens.add(new Span(at, at + 1));
            return at + 1;
        }
        return joined(text, at, before, tokens);
    }

    private static int joined(String text, int at, Span before, List<Span> tokens) {
        int end = wordEnd(text, at + 1);
        String after = text.substring(at + 1, end).toLowerCase(Locale.ROOT);
        int last = tokens.size() - 1;
        if (after.equals("t") && text.charAt(at - 1) == 'n' && before.length() > 1) {
            tokens.set(last, new Span(before.start(), at - 1));
            tokens.add(new Span(at - 1, end));
        } else if (CLITICS.contains(after) || after.isEmpty()) {
            tokens.add(new Span(at, end));
        } else {
            tokens.set(last, new Span(before.start(), end));
        }
        return end;
    }

    private static int wordEnd(String text, int from) {
        int end = from;
        while (end < text.length() && end - from < 40 && Character.isLetter(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isApostrophe(String text, int at) {
        return text.charAt(at) == '\'' || text.charAt(at) == '’';
    }
}
