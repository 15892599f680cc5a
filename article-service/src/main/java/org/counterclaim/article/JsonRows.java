package org.counterclaim.article;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.counterclaim.kit.problem.FieldError;
import org.counterclaim.kit.problem.Problem;

/** Rows in our own JSON: what a create takes, and beside it what the article is called where it comes from; if not, its address. */
@ApplicationScoped
class JsonRows implements ImportForm {

    private static final String URI = "uri";

    private final ObjectMapper json;
    private final Validator validator;

    JsonRows(ObjectMapper json, Validator validator) {
        this.json = json;
        this.validator = validator;
    }

    @Override
    public Name name() {
        return Name.ARTICLE;
    }

    @Override
    public ImportedArticle read(String row) throws JsonProcessingException {
        if (!(json.readTree(row) instanceof ObjectNode members)) {
            throw Problem.MALFORMED.because("A row is a JSON object.");
        }
        ImportedArticle article = ImportedArticle.of(uri(members.remove(URI)), List.of(), () -> content(members));
        return article.content() == null
                ? article
                : article.orNamed(article.content().url());
    }

    private ArticleContent content(ObjectNode members) throws JsonProcessingException {
        ArticleContent content = json.treeToValue(members, ArticleContent.class);
        requireValid(validator.validate(content));
        return content;
    }

    private static String uri(JsonNode uri) {
        if (uri != null && !uri.isTextual()) {
            String detail = "Text is expected here.";
            throw Problem.MALFORMED.because(detail, List.of(new FieldError("/" + URI, "unreadable", detail)));
        }
        return uri == null ? null : uri.textValue();
    }

    private static void requireValid(Set<ConstraintViolation<ArticleContent>> violations) {
        if (!violations.isEmpty()) {
            throw Problem.VALIDATION.because(
                    "The row breaks " + violations.size() + " rule(s).",
                    violations.stream()
                            .map(FieldError::of)
                            .sorted(Comparator.comparing(FieldError::pointer).thenComparing(FieldError::code))
                            .toList());
        }
    }
}
