package org.counterclaim.claim;

/** That a claim which was asked for was merged into another one: that one is to be asked for, in the same way. */
final class Superseded extends RuntimeException {

    private final String id;
    private final String into;

    Superseded(Claim claim) {
        super(claim.id() + " was merged into " + claim.into(), null, false, false);
        this.id = claim.id();
        this.into = claim.into();
    }

    /** The same path, of the claim that stands in its place. */
    String inItsPlace(String path) {
        return path.replace(id, into);
    }
}
