package org.counterclaim.attribution;

import java.util.ArrayList;
import java.util.List;

/** Reads a text: cuts, tags, finds who says what, and carries it over sentences. */
final class Reading {

    /** More than the longest reports have; what comes after is not read, and the answer says so. */
    static final int MAX_TOKENS = 12_000;

    private static final int MAX_DRAFTS = 1000;

    private final Lexicon lexicon;
    private final Tokenizer tokenizer;
    private final Tagger tagger;
    private final Headlines headlines;

    private Reading(Lexicon lexicon) {
        this.lexicon = lexicon;
        this.tokenizer = new Tokenizer(lexicon.words());
        this.tagger = Tagger.bundled(lexicon);
        this.headlines = new Headlines(lexicon);
    }

    static Reading bundled() {
        return new Reading(Lexicon.bundled());
    }

    Story story(String text) {
        List<Span> quotations = Quotations.in(text);
        List<Token> all = tokens(text, quotations);
        int readTo = all.size() < MAX_TOKENS
                ? text.length()
                : all.get(MAX_TOKENS - 1).end();
        List<List<Token>> tagged = tagger.tag(new Sentences(text, all, lexicon).cut());
        List<Sentence> sentences = new ArrayList<>();
        for (List<Token> tokens : tagged) {
            List<Token> repaired = headlines.withFinalVerb(headlines.repaired(tokens));
            sentences.add(new Sentence(repaired, lexicon, sentences.size()));
        }
        return new Story(text, readTo, quotations, sentences);
    }

    List<Draft> drafts(Story story) {
        List<Draft> drafts = new ArrayList<>();
        for (Sentence sentence : story.sentences()) {
            if (drafts.size() < MAX_DRAFTS) {
                drafts.addAll(SentenceRules.apply(story, sentence));
            }
        }
        Linking.apply(story, drafts);
        List<Draft> nested = new ArrayList<>();
        drafts.forEach(draft -> nested.addAll(Nesting.within(draft, story)));
        Nesting.apply(drafts);
        drafts.addAll(nested);
        return drafts;
    }

    Lexicon lexicon() {
        return lexicon;
    }

    private List<Token> tokens(String text, List<Span> quotations) {
        List<Token> tokens = new ArrayList<>();
        int next = 0;
        for (Span span : tokenizer.tokens(text, MAX_TOKENS)) {
            while (next < quotations.size() && quotations.get(next).end() <= span.start()) {
                next++;
            }
            boolean quoted = next < quotations.size() && quotations.get(next).contains(span.start());
            tokens.add(Token.of(text, span, quoted));
        }
        return tokens;
    }
}
