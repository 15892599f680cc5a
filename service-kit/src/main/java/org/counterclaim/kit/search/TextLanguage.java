package org.counterclaim.kit.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.ar.ArabicAnalyzer;
import org.apache.lucene.analysis.cjk.CJKAnalyzer;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.pt.PortugueseAnalyzer;
import org.apache.lucene.analysis.ru.RussianAnalyzer;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.uk.UkrainianMorfologikAnalyzer;

/** A language whose words are known: which of them say nothing, and which are forms of one. */
enum TextLanguage {
    AR(ArabicAnalyzer::new, "ar"),

    /** Written without spaces: pairs of characters stand for words. */
    CJK(CJKAnalyzer::new, "zh", "ja", "ko"),
    DE(GermanAnalyzer::new, "de"),
    EN(EnglishAnalyzer::new, "en"),
    ES(SpanishAnalyzer::new, "es"),
    FR(FrenchAnalyzer::new, "fr"),
    PT(PortugueseAnalyzer::new, "pt"),
    RU(RussianAnalyzer::new, "ru"),
    UK(UkrainianMorfologikAnalyzer::new, "uk"),

    /** Every other one: words as they are, in lower case. */
    OTHER(StandardAnalyzer::new);

    /** Made when they are first needed: one has a dictionary of 9 MB. Each may be used by many threads. */
    private static final Map<TextLanguage, Analyzer> ANALYZERS = new ConcurrentHashMap<>();

    private final Supplier<Analyzer> analyzer;
    private final List<String> subtags;

    TextLanguage(Supplier<Analyzer> analyzer, String... subtags) {
        this.analyzer = analyzer;
        this.subtags = List.of(subtags);
    }

    /** The one of a language tag (BCP 47). */
    static TextLanguage of(String tag) {
        String primary = tag.split("-", 2)[0].toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(language -> language.subtags.contains(primary))
                .findFirst()
                .orElse(OTHER);
    }

    /**
     * The words of a text, place by place, each as it is looked for: mostly its stem. A place of a word that says nothing is
     * empty; one of a word that may be a form of several has them all.
     */
    List<List<String>> places(String text) {
        Analyzer words = ANALYZERS.computeIfAbsent(this, language -> language.analyzer.get());
        try (TokenStream tokens = words.tokenStream("", text)) {
            return places(tokens);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<List<String>> places(TokenStream tokens) throws IOException {
        CharTermAttribute word = tokens.addAttribute(CharTermAttribute.class);
        PositionIncrementAttribute step = tokens.addAttribute(PositionIncrementAttribute.class);
        List<List<String>> places = new ArrayList<>();
        tokens.reset();
        while (tokens.incrementToken()) {
            for (int i = 0; i < step.getPositionIncrement(); i++) {
                places.add(new ArrayList<>());
            }
            places.get(places.size() - 1).add(word.toString());
        }
        tokens.end();
        return places;
    }

    /** A word as it stands in the store: the language first, since the same letters are another word elsewhere. */
    String term(String word) {
        return name().toLowerCase(Locale.ROOT) + " " + word;
    }

    /** What everything in this language has. */
    String mark() {
        return term("");
    }
}
