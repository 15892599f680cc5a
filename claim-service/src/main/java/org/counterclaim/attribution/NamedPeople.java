package org.counterclaim.attribution;

import java.util.List;
import java.util.function.BiConsumer;

/** The people whom a text names in full or with a title, in the order of the text; headlines only name them again. */
final class NamedPeople {

    private final Story story;
    private final Lexicon lexicon;
    private final Countries countries;

    NamedPeople(Story story, Lexicon lexicon, Countries countries) {
        this.story = story;
        this.lexicon = lexicon;
        this.countries = countries;
    }

    void forEach(BiConsumer<Span, Naming> named) {
        for (Sentence sentence : story.sentences()) {
            if (!Headlines.is(sentence.tokens())) {
                names(sentence, named);
            }
        }
    }

    private void names(Sentence s, BiConsumer<Span, Naming> named) {
        for (int i = 0; i < s.size(); i++) {
            int end = i;
            while (s.name(end) && !lexicon.has("no-name", s.token(end).lower())) {
                end++;
            }
            if (end > i) {
                int from = i;
                while (s.tagged(from - 1, "NN") || s.tagged(from - 1, "JJ")) {
                    from--;
                }
                List<Token> tokens = s.tokens().subList(from, end);
                Naming naming = new Naming(lexicon, countries, tokens);
                if (naming.kind() == Speaker.Kind.PERSON && !naming.name().isEmpty()) {
                    named.accept(s.span(from, end - 1), naming);
                }
                i = end;
            }
        }
    }
}
