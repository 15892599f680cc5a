package org.counterclaim.proposal;

import java.util.Set;

/** Nouns by which a denial points at what it denies, and other words that say nothing else. */
enum Pointer {
    FIGURE("figure figures number numbers toll estimate estimates amount count sum calculation calculations"),
    ACCUSATION(
            "accusation accusations allegation allegations charge charges criticism criticisms blame complaint complaints"
                    + " insinuation insinuations"),
    GUILT("responsibility wrongdoing involvement guilty innocent misconduct impropriety liability role part complicity"
            + " anything nothing"),
    DEFENCE("argument arguments explanation explanations ruling verdict evidence testimony statement statements version"
            + " account accounts denial denials response defence defense excuse excuses reasoning reading calculation"
            + " calculations"),
    WHOLE("account accounts story version narrative tale"),
    SEVERAL(
            "accusations allegations charges claims remarks statements assertions suggestions rumours rumors reports comments"
                    + " criticisms complaints both all everything stories figures"),
    LIAR("liar liars lying lied mistaken"),
    OTHER(
            "answer assertion assertions assessment characterisation characterization claim claims comment comments conclusion"
                    + " conclusions description finding findings idea interpretation narrative notion observation portrayal post posts"
                    + " remark remarks report reports result results rumour rumours rumor rumors speculation suggestion suggestions"
                    + " tale theory view views words"),
    FALSE(
            "liar liars lying lied mistaken false untrue unfounded baseless groundless wrong incorrect inaccurate misleading nonsense ridiculous absurd"
                    + " fabricated fabrication fabrications fake fiction fictitious preposterous ludicrous rubbish bogus slanderous"
                    + " defamatory lie lies myth falsehood laughable outrageous fantasy invention invented hoax propaganda distortion"
                    + " joke insult slander smear malicious exaggerated overstated unfair unjust impossible incredible unbelievable"),
    EMPTY(
            "otherwise opposite a absolutely all an and any are as at be been being both by categorically completely did do does done entirely"
                    + " every everything for from had has having he her him his i in is it its itself just made me mr mrs ms dr my no"
                    + " not of on or our outright own she simply so such that the their them there these they this those to totally"
                    + " true truth case utterly very was we were which with monday tuesday wednesday thursday friday saturday sunday"
                    + " today yesterday earlier against about s t");

    private final Set<String> words;

    Pointer(String words) {
        this.words = Set.copyOf(java.util.Arrays.asList(words.split(" ")));
    }

    boolean has(String word) {
        return words.contains(word);
    }

    /** Whether it is a word that only points. */
    static boolean points(String word) {
        for (Pointer pointer : values()) {
            if (pointer.has(word)) {
                return true;
            }
        }
        return false;
    }
}
