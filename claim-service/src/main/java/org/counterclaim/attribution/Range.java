package org.counterclaim.attribution;

/** Tokens of a sentence, both ends inclusive. */
record Range(int first, int last) {}
