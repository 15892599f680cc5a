package org.counterclaim.claim;

import java.util.List;
import org.counterclaim.kit.problem.ProblemType;

/** That a new claim is probably there already. */
enum DuplicateProblem implements ProblemType {
    DUPLICATE;

    @Override
    public String code() {
        return "duplicate";
    }

    @Override
    public String title() {
        return "The claim is probably there already";
    }

    @Override
    public int status() {
        return 409;
    }

    /** With the claims that it probably is. */
    static RuntimeException of(List<Similar> candidates) {
        return DUPLICATE
                .describe("Use one of the candidates, or send allowDuplicate=true.")
                .with("candidates", candidates)
                .build();
    }
}
