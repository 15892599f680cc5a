package org.counterclaim.article;

/** By what a piece of an article is known again when it has changed. */
interface Likeness {

    /** How much of the larger one is in the other: from 0, if it is another piece, to 1. */
    double to(Likeness other);
}
