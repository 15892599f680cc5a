package org.counterclaim.claim;

import java.util.List;
import org.counterclaim.kit.problem.FieldError;
import org.counterclaim.kit.problem.Problem;

/** The ids that one request asks for. */
public final class AskedIds {

    private AskedIds() {}

    /**
     * Each of them once.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 that points at them if there are too many, as for a page that is too long
     */
    public static List<String> once(List<String> ids, int most) {
        if (ids.size() > most) {
            String detail = "At most " + most + " ids at once.";
            throw Problem.MALFORMED.because(detail, List.of(new FieldError("/ids", "too-many", detail)));
        }
        return ids.stream().distinct().toList();
    }
}
