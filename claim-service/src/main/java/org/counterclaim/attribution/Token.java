package org.counterclaim.attribution;

import java.util.Locale;

/**
 * A word or a mark of a text.
 *
 * @param lower its form in lower case
 * @param tag its part of speech, in the tags of the Penn Treebank
 * @param lemma the attributing verb that it is a form of; null if it is none
 * @param quoted whether it stands between quotation marks
 */
record Token(Span span, String form, String lower, String tag, String lemma, boolean quoted) {

    static Token of(String text, Span span, boolean quoted) {
        String form = span.of(text);
        return new Token(span, form, form.toLowerCase(Locale.ROOT), "", null, quoted);
    }

    Token tagged(String newTag, Verbs verbs) {
        boolean verb = newTag.startsWith("V");
        return new Token(span, form, lower, newTag, verb ? verbs.lemma(lower) : null, quoted);
    }

    Token unquoted() {
        return new Token(span, form, lower, tag, lemma, false);
    }

    boolean isWord() {
        return Character.isLetterOrDigit(form.codePointAt(0));
    }

    boolean isCapitalised() {
        return Character.isUpperCase(form.codePointAt(0));
    }

    int start() {
        return span.start();
    }

    int end() {
        return span.end();
    }
}
