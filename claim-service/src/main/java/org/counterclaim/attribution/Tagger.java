package org.counterclaim.attribution;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import opennlp.tools.ml.model.SequenceClassificationModel;
import opennlp.tools.postag.POSContextGenerator;
import opennlp.tools.postag.POSModel;

/**
 * Gives each word its part of speech. The weights are trained on news, interviews and court texts of GUM; see NOTICE. What the
 * story as a whole shows corrects them: a word that is capitalised in the middle of sentences, and never in lower case, is a name.
 */
final class Tagger {

    private static final Set<String> OPEN = Set.of("\"", "“", "‘", "''", "``");

    private final POSModel model;
    private final Verbs verbs;
    private final SureTags sure;
    private final TagRepairs repairs;

    private Tagger(POSModel model, Lexicon lexicon) {
        this.model = model;
        this.verbs = lexicon.verbs();
        this.sure = new SureTags(lexicon);
        this.repairs = new TagRepairs(verbs);
    }

    static Tagger bundled(Lexicon lexicon) {
        try (InputStream weights = Tagger.class.getResourceAsStream("tagger.bin")) {
            return new Tagger(new POSModel(weights), lexicon);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The sentences with tags, in the same order. */
    List<List<Token>> tag(List<List<Token>> sentences) {
        // not by POSTaggerME, which looks for another set of tags and warns each time that this is another one
        SequenceClassificationModel search = model.getPosSequenceModel();
        POSContextGenerator features = model.getFactory().getPOSContextGenerator();
        Set<String> names = names(sentences);
        return sentences.stream()
                .map(sentence -> tagged(sentence, tags(sentence, search, features), names))
                .toList();
    }

    private String[] tags(List<Token> sentence, SequenceClassificationModel search, POSContextGenerator features) {
        return search.bestSequence(
                        forms(sentence), null, features, model.getFactory().getSequenceValidator())
                .getOutcomes()
                .toArray(String[]::new);
    }

    private List<Token> tagged(List<Token> sentence, String[] tags, Set<String> names) {
        List<Token> tagged = new ArrayList<>();
        for (int i = 0; i < tags.length; i++) {
            Token token = sentence.get(i);
            boolean name = names.contains(token.form()) && !tags[i].startsWith("NNP") && isFirst(sentence, i);
            tagged.add(token.tagged(name ? "NNP" : tags[i], verbs));
        }
        return repairs.repaired(sure.of(tagged));
    }

    /** As the training text has them: its quotation marks are those of the Penn Treebank, one shape each. */
    private static String[] forms(List<Token> sentence) {
        return sentence.stream()
                .map(token -> token.form().replace('’', '\'').replace('“', '"').replace('”', '"'))
                .toArray(String[]::new);
    }

    private static Set<String> names(List<List<Token>> sentences) {
        Set<String> capitalised = new HashSet<>();
        Set<String> lower = new HashSet<>();
        for (List<Token> sentence : sentences) {
            boolean headline = isHeadline(sentence);
            for (int i = 0; i < sentence.size(); i++) {
                Token token = sentence.get(i);
                if (token.isWord() && !token.isCapitalised()) {
                    lower.add(token.form());
                } else if (token.isWord() && !headline && !isFirst(sentence, i)) {
                    capitalised.add(token.form());
                }
            }
        }
        capitalised.removeIf(word -> word.equals("I") || lower.contains(word.toLowerCase(Locale.ROOT)));
        return capitalised;
    }

    /** Most of its words are capitalised. */
    static boolean isHeadline(List<Token> sentence) {
        long words = sentence.stream()
                .filter(t -> t.isWord() && t.form().length() > 3)
                .count();
        long capitals = sentence.stream()
                .filter(t -> t.isWord() && t.form().length() > 3 && t.isCapitalised())
                .count();
        return words >= 3 && capitals >= 0.75 * words;
    }

    private static boolean isFirst(List<Token> sentence, int i) {
        return i == 0
                || OPEN.contains(sentence.get(i - 1).form())
                || sentence.get(i - 1).form().equals(":");
    }
}
