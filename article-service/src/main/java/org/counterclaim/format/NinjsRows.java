package org.counterclaim.format;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import jakarta.validation.Validator;
import org.counterclaim.article.ImportForm;
import org.counterclaim.article.ImportedArticle;
import org.counterclaim.kit.problem.Problem;

/** Rows that are items of ninjs. What an article is called where it comes from is the item's uri. */
@Singleton
class NinjsRows implements ImportForm {

    private final ObjectMapper json;
    private final Validator validator;

    NinjsRows(ObjectMapper json, Validator validator) {
        this.json = json;
        this.validator = validator;
    }

    @Override
    public Name name() {
        return Name.NINJS;
    }

    @Override
    public ImportedArticle read(String row) throws JsonProcessingException {
        NinjsItem item = json.readValue(row, NinjsItem.class);
        if (item == null) {
            throw Problem.MALFORMED.because("A row is a JSON object.");
        }
        return ImportedArticle.of(
                item.uri(), new NinjsPlaces(item).membersWithoutPlace(), () -> NinjsInput.valid(item, validator));
    }
}
