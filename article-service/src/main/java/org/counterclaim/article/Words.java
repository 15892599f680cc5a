package org.counterclaim.article;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.counterclaim.article.TextSpan.Offsets;

/**
 * A text cut where a language has its words; what stands between them is a piece of its own. Put together the pieces are the text.
 */
final class Words {

    /** With more pieces on both sides, multiplied, a text is not compared word by word: it was written anew. */
    private static final long MOST_COMPARISONS = 4_000_000;

    private final String text;
    private final List<String> pieces = new ArrayList<>();
    private final List<Integer> starts = new ArrayList<>();

    private Words(String text, Locale language) {
        this.text = text;
        BreakIterator words = BreakIterator.getWordInstance(language);
        words.setText(text);
        int start = words.first();
        for (int end = words.next(); end != BreakIterator.DONE; end = words.next()) {
            starts.add(start);
            pieces.add(text.substring(start, end));
            start = end;
        }
        starts.add(text.length());
    }

    /** The stretches in which two texts differ, in their order; spaces alone do not part one from the next. */
    static List<TextSpan> between(String before, String after, Locale language) {
        return new Words(before, language).spansTo(new Words(after, language));
    }

    private List<TextSpan> spansTo(Words next) {
        int same = sameAtStart(next);
        int end = sameAtEnd(next, same);
        List<String> mine = pieces.subList(same, pieces.size() - end);
        List<String> theirs = next.pieces.subList(same, next.pieces.size() - end);
        List<Change> changes = new ArrayList<>();
        if ((long) mine.size() * theirs.size() > MOST_COMPARISONS) {
            changes.add(new Change(same, same + mine.size(), same, same + theirs.size()));
        } else {
            DiffUtils.diff(mine, theirs).getDeltas().forEach(delta -> add(changes, Change.of(delta, same)));
        }
        return changes.stream().map(change -> span(change, next)).toList();
    }

    private void add(List<Change> changes, Change change) {
        Change last = changes.isEmpty() ? null : changes.get(changes.size() - 1);
        if (last != null && pieces.subList(last.to, change.from).stream().allMatch(String::isBlank)) {
            changes.set(changes.size() - 1, new Change(last.from, change.to, last.nextFrom, change.nextTo));
        } else {
            changes.add(change);
        }
    }

    private TextSpan span(Change change, Words next) {
        int from = starts.get(change.from);
        int to = starts.get(change.to);
        int nextFrom = next.starts.get(change.nextFrom);
        int nextTo = next.starts.get(change.nextTo);
        return TextSpan.of(
                Offsets.in(text, from, to),
                Offsets.in(next.text, nextFrom, nextTo),
                text.substring(from, to),
                next.text.substring(nextFrom, nextTo));
    }

    private int sameAtStart(Words next) {
        int most = Math.min(pieces.size(), next.pieces.size());
        int same = 0;
        while (same < most && pieces.get(same).equals(next.pieces.get(same))) {
            same++;
        }
        return same;
    }

    private int sameAtEnd(Words next, int atStart) {
        int most = Math.min(pieces.size(), next.pieces.size()) - atStart;
        int same = 0;
        while (same < most
                && pieces.get(pieces.size() - 1 - same).equals(next.pieces.get(next.pieces.size() - 1 - same))) {
            same++;
        }
        return same;
    }

    /** Pieces of one text in the place of pieces of another. */
    private record Change(int from, int to, int nextFrom, int nextTo) {

        static Change of(AbstractDelta<String> delta, int offset) {
            int from = delta.getSource().getPosition() + offset;
            int nextFrom = delta.getTarget().getPosition() + offset;
            return new Change(
                    from,
                    from + delta.getSource().size(),
                    nextFrom,
                    nextFrom + delta.getTarget().size());
        }
    }
}
