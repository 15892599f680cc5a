package org.counterclaim.article;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.counterclaim.kit.job.Job;
import org.counterclaim.kit.job.JobKind;
import org.counterclaim.kit.job.JobRow;
import org.counterclaim.kit.job.RowError;
import org.counterclaim.kit.job.RowOutcome;

/** Makes articles of the rows of an import. */
@ApplicationScoped
class ImportArticles implements JobKind {

    static final String KIND = "article-import";

    private final Map<ImportForm.Name, ImportForm> forms;
    private final KeepImported keep;

    ImportArticles(@All List<ImportForm> forms, KeepImported keep) {
        this.forms = forms.stream().collect(Collectors.toMap(ImportForm::name, Function.identity()));
        this.keep = keep;
    }

    @Override
    public String name() {
        return KIND;
    }

    @Override
    public Uni<List<RowOutcome>> work(Job job, List<JobRow> rows, boolean again) {
        return Multi.createFrom()
                .iterable(rows)
                .onItem()
                .transformToUniAndConcatenate(row -> work(job, row, again))
                .collect()
                .asList();
    }

    private Uni<RowOutcome> work(Job job, JobRow row, boolean again) {
        ImportedArticle article;
        try {
            article = forms.get(ImportTask.form(job)).read(row.text());
        } catch (JsonProcessingException | HttpProblem wrong) {
            return failed(row, null, wrong);
        }
        return article.fault() == null ? kept(job, row, article, again) : failed(row, article.uri(), article.fault());
    }

    private Uni<RowOutcome> kept(Job job, JobRow row, ImportedArticle article, boolean again) {
        return Uni.createFrom()
                .deferred(() -> keep.keep(new ImportTask(job, row, article, again)))
                .map(result -> RowOutcome.of(result, ImportTask.notes(article)))
                .onFailure()
                .recoverWithUni(failure -> failed(row, article.uri(), failure));
    }

    private static Uni<RowOutcome> failed(JobRow row, String uri, Throwable failure) {
        return RowError.of(row.number(), uri, failure)
                .map(error -> Uni.createFrom().item(RowOutcome.failed(error)))
                .orElseGet(() -> Uni.createFrom().failure(failure));
    }
}
