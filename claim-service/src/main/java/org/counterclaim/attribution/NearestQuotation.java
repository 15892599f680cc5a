package org.counterclaim.attribution;

import java.util.BitSet;

/** The quotation beside a cue that says nothing within its sentence. */
final class NearestQuotation {

    private static final int NEAR = 40;
    private static final int BESIDE_SOURCE = 12;
    private static final int SHORTEST = 10;

    private final Work work;
    private final Sentence s;
    private final VerbCue cue;

    NearestQuotation(Work work, VerbCue cue) {
        this.work = work;
        this.s = work.s;
        this.cue = cue;
    }

    /** Its tokens in the sentence; what it says in other sentences follows from its marks. */
    BitSet content() {
        Span quotation = find();
        if (quotation == null) {
            return null;
        }
        BitSet content = new BitSet();
        for (int i = 0; i < s.size(); i++) {
            content.set(i, quotation.contains(s.token(i).span()) && i != cue.at());
        }
        if (content.isEmpty()) {
            work.emitQuotation(cue, quotation);
        }
        return content.isEmpty() ? null : content;
    }

    private Span find() {
        int start = s.token(cue.at()).start();
        int end = s.token(cue.at()).end();
        Span before = near(longEnough(work.story.quotationBefore(start)));
        Span after = near(longEnough(work.story.quotationAfter(end)));
        if (cue.source() != null) {
            int source = s.token(cue.source().first()).start();
            Span beside = longEnough(work.story.quotationBefore(source));
            if (beside != null && source - beside.end() < BESIDE_SOURCE) {
                return beside;
            }
        }
        int left = before == null ? NEAR : start - before.end();
        int right = after == null ? NEAR : after.start() - end;
        if (Math.min(left, right) >= NEAR) {
            return null;
        }
        return left <= right ? before : after;
    }

    /** In another paragraph somebody else may speak. */
    private Span near(Span quotation) {
        int cueStart = s.token(cue.at()).start();
        boolean parted = quotation != null
                && work.story.isParted(Math.min(quotation.end(), cueStart), Math.max(quotation.start(), cueStart));
        return parted ? null : quotation;
    }

    private static Span longEnough(Span quotation) {
        return quotation != null && quotation.length() > SHORTEST ? quotation : null;
    }
}
