package org.counterclaim.local;

/** Why the launcher does not go on, in one sentence for the person who started it. */
public final class Refusal extends RuntimeException {

    private final int exitCode;

    private Refusal(String sentence, int exitCode, Throwable cause) {
        super(sentence, cause);
        this.exitCode = exitCode;
    }

    /** Something on this machine stands in the way. */
    static Refusal because(String sentence) {
        return new Refusal(sentence, 1, null);
    }

    /** Something on this machine stands in the way, and this is what showed it. */
    static Refusal because(String sentence, Throwable cause) {
        return new Refusal(sentence, 1, cause);
    }

    /** It was asked for something that it does not know. */
    static Refusal ofUsage(String sentence) {
        return ofUsage(sentence, Options.USAGE);
    }

    /** The same of another command. */
    static Refusal ofUsage(String sentence, String usage) {
        return new Refusal(sentence + "\n\n" + usage, 2, null);
    }

    int exitCode() {
        return exitCode;
    }
}
