package org.counterclaim.attribution;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Carries attributions over the ends of sentences and paragraphs, and parts those that took too much. */
final class Linking {

    private static final int SHORTEST = 15;
    private static final int SHORTEST_IN_SENTENCE = 12;
    private static final int NEAR = 60;
    private static final Pattern SECOND_CUE = Pattern.compile(
            "(?:,? (?:and|but|while|then)|,|;|—)(?: (?:also|later|then|further))?(?: (?:has|have|had))? ?$");

    private final Story story;
    private final List<Draft> drafts;

    private Linking(Story story, List<Draft> drafts) {
        this.story = story;
        this.drafts = drafts;
    }

    static void apply(Story story, List<Draft> drafts) {
        Linking linking = new Linking(story, drafts);
        // a quotation with a cue of its own is not that of the cue in the sentence before
        drafts.removeIf(draft -> draft.remote && linking.hasOwnCue(draft));
        drafts.forEach(linking::keepQuotationsAfterQuotations);
        story.quotations().forEach(linking::continueFromBefore);
        story.quotations().forEach(linking::continueInSentence);
        linking.partSecondCues();
        drafts.forEach(draft -> Spans.merge(draft.content));
    }

    private boolean hasOwnCue(Draft remote) {
        return drafts.stream().anyMatch(draft -> !draft.remote && draft.says(remote.content.get(0)));
    }

    /** After <i>"…," she said</i> only a quotation goes on with what she said. */
    private void keepQuotationsAfterQuotations(Draft draft) {
        Span before = story.quotationBefore(draft.cueStart());
        boolean follows = before != null
                && before.length() > 10
                && draft.cueStart() - before.end() < NEAR
                && draft.says(before)
                && !story.isParted(before.end(), draft.cueStart())
                && words(before.end(), draft.cueStart()) <= 7;
        if (follows) {
            List<Span> kept = draft.content.stream()
                    .filter(span -> span.start() < draft.cueEnd() || beginsQuotation(span))
                    .toList();
            draft.content.clear();
            draft.content.addAll(kept);
        }
    }

    private boolean beginsQuotation(Span span) {
        Span quotation = story.quotationAt(span.start());
        return quotation != null && span.start() - quotation.start() < 3;
    }

    private long words(int from, int to) {
        return story.text().substring(from, to).strip().split("\\s+").length;
    }

    /** A quotation of its own right after another one, or at the head of the next paragraph, is the same speaker's. */
    private void continueFromBefore(Span quotation) {
        if (quotation.length() < SHORTEST || isAttributed(quotation) || !beginsSomething(quotation.start())) {
            return;
        }
        boolean paragraph = beginsParagraph(quotation.start());
        Draft last = null;
        int distance = Integer.MAX_VALUE;
        for (Draft draft : drafts) {
            int end = draft.endBefore(quotation.start());
            if (end > 0 && quotation.start() - end < distance && saysQuotation(draft, null)) {
                distance = quotation.start() - end;
                last = draft;
            }
        }
        if (last != null && distance < (paragraph ? 6 : NEAR)) {
            if (paragraph || !story.isParted(quotation.start() - distance, quotation.start())) {
                last.content.add(quotation);
            }
        }
    }

    private boolean beginsSomething(int start) {
        int before = start - 1;
        while (before > 0 && story.text().charAt(before) == ' ') {
            before--;
        }
        return before < 0 || "\n.!?”\":,".indexOf(story.text().charAt(before)) >= 0;
    }

    private boolean beginsParagraph(int start) {
        int before = start - 1;
        while (before >= 0 && story.text().charAt(before) == ' ') {
            before--;
        }
        return before < 0 || story.text().charAt(before) == '\n';
    }

    private boolean isAttributed(Span quotation) {
        return drafts.stream().anyMatch(draft -> draft.says(quotation) || draft.isCuedIn(quotation));
    }

    private boolean saysQuotation(Draft draft, Span except) {
        for (Span span : draft.content) {
            Span first = story.quotationAt(span.start());
            Span last = story.quotationAt(span.end() - 1);
            Span found = first != null ? first : last;
            if (found != null && !found.equals(except) && found.length() > SHORTEST_IN_SENTENCE) {
                return true;
            }
        }
        return false;
    }

    /** In the sentence of the cue, after a mark, or as the whole next sentence of the paragraph. */
    private void continueInSentence(Span quotation) {
        Sentence sentence = story.sentenceAt(quotation.start());
        if (quotation.length() < SHORTEST_IN_SENTENCE || sentence == null || isAttributed(quotation)) {
            return;
        }
        boolean whole = quotation.start() <= sentence.span().start() + 1;
        Draft last = null;
        for (Draft draft : drafts) {
            boolean here = draft.sentence == sentence.number() && continuesAfterMark(draft, quotation);
            boolean next = whole
                    && draft.sentence == sentence.number() - 1
                    && !story.isParted(draft.cueStart(), quotation.start());
            if ((here || next) && draft.cueStart() < quotation.start() && saysQuotation(draft, quotation)) {
                last = last == null || draft.cueStart() > last.cueStart() ? draft : last;
            }
        }
        if (last != null) {
            last.content.add(quotation);
        }
    }

    private boolean continuesAfterMark(Draft draft, Span quotation) {
        char mark = story.text().charAt(Math.max(0, quotation.start() - 2));
        boolean another =
                drafts.stream().anyMatch(d -> d.cueStart() > draft.cueStart() && d.cueStart() < quotation.start());
        return !another && ",-:—".indexOf(mark) >= 0;
    }

    /** <i>said X and denied Y</i>: X ends where the second cue takes over, with the same source. */
    private void partSecondCues() {
        for (int i = 0; i < drafts.size(); i++) {
            for (int k = i + 1; k < drafts.size() && drafts.get(k).sentence == drafts.get(i).sentence; k++) {
                part(drafts.get(i), drafts.get(k));
            }
        }
    }

    private void part(Draft first, Draft second) {
        int cue = second.cueStart();
        List<Span> content = new ArrayList<>();
        for (Span span : first.content) {
            boolean taken = span.contains(cue)
                    && span.start() < cue
                    && first.cueStart() < span.start()
                    && story.quotationAt(cue) == null;
            Matcher join = SECOND_CUE.matcher(taken ? story.text().substring(span.start(), cue) : "");
            if (taken && join.find() && join.start() > 8) {
                content.add(new Span(span.start(), span.start() + join.start()));
                shareSource(first, second, new Span(span.start(), cue));
            } else {
                content.add(span);
            }
        }
        first.content.clear();
        first.content.addAll(content);
    }

    private static void shareSource(Draft first, Draft second, Span taken) {
        boolean inside = second.source.isEmpty() || second.source.get(0).overlaps(taken);
        if (!first.source.isEmpty() && inside) {
            second.source.clear();
            second.source.addAll(first.source);
        }
    }
}
