package org.counterclaim.article;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.counterclaim.article.ImportOptions.Mode;
import org.counterclaim.kit.editorial.Change;
import org.counterclaim.kit.job.Job;
import org.counterclaim.kit.job.JobRow;
import org.counterclaim.kit.problem.FieldError;
import org.counterclaim.kit.problem.Problem;
import org.counterclaim.kit.security.Caller;

/**
 * One article of an import, to be kept.
 *
 * @param again whether somebody may have kept it already for the same row, and died
 */
record ImportTask(Job job, JobRow row, ImportedArticle article, boolean again) {

    private static final String NOT_KEPT = "not_kept:";

    static Mode mode(Job job) {
        return Mode.valueOf(job.options().get(ImportOptions.MODE));
    }

    static ImportForm.Name form(Job job) {
        return ImportForm.Name.valueOf(job.options().get(ImportOptions.FORMAT));
    }

    static boolean isDry(Job job) {
        return Boolean.parseBoolean(job.options().get(ImportOptions.DRY_RUN));
    }

    /** Under what is counted that members of a row were not kept. */
    static List<String> notes(ImportedArticle article) {
        return article.notKept().stream().map(pointer -> NOT_KEPT + pointer).toList();
    }

    /** In how many rows which members were not kept. */
    static Map<String, Integer> notKept(Job job) {
        Map<String, Integer> rows = new TreeMap<>();
        job.counts().forEach((name, count) -> {
            if (name.startsWith(NOT_KEPT)) {
                rows.put(name.substring(NOT_KEPT.length()), count);
            }
        });
        return rows;
    }

    boolean isUpsert() {
        return mode(job) == Mode.UPSERT;
    }

    boolean isDry() {
        return isDry(job);
    }

    ArticleContent content() {
        return article.content();
    }

    Caller caller() {
        return job.caller();
    }

    /**
     * The article's id. Of one with a name it is made of that: two imports at once cannot make two.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 422 if it needs a name and has none
     */
    String id() {
        if (!isUpsert()) {
            return "art_" + row.ulid();
        }
        if (article.uri() == null || article.uri().isBlank()) {
            String detail = "An upsert goes by it.";
            throw Problem.VALIDATION.because(detail, List.of(new FieldError("/uri", "required", detail)));
        }
        return "art_" + JobRow.ulidOf(article.uri());
    }

    /** Tells what was written for this row from everything else. */
    String reason() {
        return "Import " + job.id() + ", row " + row.number();
    }

    Change change() {
        return Change.ofContent(caller(), "update", reason());
    }
}
