package org.counterclaim.attribution;

/** What the rules know of English words. */
record Lexicon(Words words, Verbs verbs) {

    static Lexicon bundled() {
        return new Lexicon(Words.bundled(), Verbs.bundled());
    }

    boolean has(String group, String word) {
        return words.group(group).contains(word);
    }
}
