package org.counterclaim.attribution;

import java.util.List;

/** Goes through a sentence with all rules, word by word; of those that could speak of a word the first that does is heard. */
final class SentenceRules {

    private SentenceRules() {}

    static List<Draft> apply(Story story, Sentence sentence) {
        Work work = new Work(story, sentence, Tails.of(sentence));
        Subjects subjects = new Subjects(work);
        Clauses clauses = new Clauses(work);
        OtherCues others = new OtherCues(work, subjects, clauses);
        PhraseCues phrases = new PhraseCues(work, subjects, clauses);
        NounCues nouns = new NounCues(work, subjects, clauses);
        VerbCues verbs = new VerbCues(work, subjects, clauses);
        for (int i = 0; i < sentence.size(); i++) {
            if (!others.at(i) && !phrases.at(i) && !nouns.at(i)) {
                verbs.at(i);
            }
        }
        boolean headline = Headlines.is(sentence.tokens());
        work.found().forEach(draft -> draft.headline = headline);
        return work.found();
    }
}
