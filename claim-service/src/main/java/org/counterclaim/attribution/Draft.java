package org.counterclaim.attribution;

import java.util.ArrayList;
import java.util.List;

/** An attribution as the rules find it, piece by piece. */
final class Draft {

    final List<Span> source = new ArrayList<>();
    final List<Span> cue = new ArrayList<>();
    final List<Span> content = new ArrayList<>();
    final Kind kind;
    final int sentence;
    final String word;
    Draft parent;
    boolean headline;
    boolean remote;

    /** What sort of words attribute. */
    enum Kind {
        VERB,
        NOUN,
        ADJECTIVE,
        ACCORDING_TO,
        COLON
    }

    /**
     * A draft without its pieces.
     *
     * @param sentence number of the sentence that its cue stands in
     * @param word the verb or noun that attributes
     */
    Draft(Kind kind, int sentence, String word) {
        this.kind = kind;
        this.sentence = sentence;
        this.word = word;
    }

    int cueStart() {
        return cue.get(0).start();
    }

    int cueEnd() {
        return cue.get(cue.size() - 1).end();
    }

    boolean says(Span span) {
        return content.stream().anyMatch(span::overlaps);
    }

    boolean isCuedIn(Span span) {
        return cue.stream().anyMatch(span::overlaps);
    }

    /** Where its last word stands that is before this offset; 0 if none is. */
    int endBefore(int offset) {
        int end = 0;
        for (List<Span> spans : List.of(source, cue, content)) {
            for (Span span : spans) {
                end = span.end() <= offset ? Math.max(end, span.end()) : end;
            }
        }
        return end;
    }
}
