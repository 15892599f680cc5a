package org.counterclaim.article;

import com.fasterxml.jackson.core.JsonProcessingException;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A form that the rows of an import come in. */
public interface ImportForm {

    /** The forms that there are, as requests name them. */
    @Schema(name = "ImportFormat")
    enum Name {
        ARTICLE,
        NINJS
    }

    Name name();

    /**
     * What a row says.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem for what says nothing
     */
    ImportedArticle read(String row) throws JsonProcessingException;
}
