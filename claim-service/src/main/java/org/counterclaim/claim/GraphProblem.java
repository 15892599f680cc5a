package org.counterclaim.claim;

import org.counterclaim.kit.problem.ProblemType;

/** What cannot be in a graph of claims. */
enum GraphProblem implements ProblemType {
    CYCLE;

    @Override
    public String code() {
        return "cycle";
    }

    @Override
    public String title() {
        return "The relation would close a circle";
    }

    @Override
    public int status() {
        return 409;
    }
}
