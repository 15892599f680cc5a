package org.counterclaim.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.validation.Validation;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RatingRulesTest {

    private static final RatingRules BUILT_IN = BuiltInRules.rules();
    private static final String ANYWHERE = "https://fact.example/1";

    @Test
    void everyBuiltInScaleIsOneThatAnEditorCouldWrite() {
        try (var validation = Validation.buildDefaultValidatorFactory()) {
            BuiltInRules.scales().forEach((id, scale) -> {
                assertTrue(id.matches(RatingScale.ID_FORM), id);
                assertEquals(List.of(), List.copyOf(validation.getValidator().validate(scale)), id);
            });
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "True | en | TRUE | -",
                "mostly true | en | MOSTLY_TRUE | LABEL_CASE",
                "FALSE. | en | FALSE | LABEL_CASE",
                "Half true | en-GB | MIXED | -",
                "Needs context | en | MISSING_CONTEXT | -",
                "Altered | en | MANIPULATED | -",
                "Falso | pt-BR | FALSE | -",
                "falso | pt-BR | FALSE | LABEL_CASE",
                "Falso | - | FALSE | -",
                "Exagerado | - | MIXED | -",
                "Impossível provar | pt | UNVERIFIABLE | -",
                "Verdadeiro, mas... | pt | MOSTLY_TRUE | LABEL_CASE",
                "Engañoso | es | MISSING_CONTEXT | -",
                "Verdad a medias | es | MIXED | -",
                "Größtenteils falsch | de | MOSTLY_FALSE | -",
                "GRÖSSTENTEILS FALSCH | de | MOSTLY_FALSE | LABEL_CASE",
                "Irreführend | de | MISSING_CONTEXT | -",
                "C’est faux | fr | NOT_RATED | UNKNOWN_LABEL",
                "C'est faux | fr | FALSE | -",
                "Invérifiable | fr | UNVERIFIABLE | -",
                "Satire | de | SATIRE | -",
                "Falsch | fr | FALSE | -",
                "outros | pt | NOT_RATED | UNKNOWN_LABEL",
                "Not quite, but almost true | en | NOT_RATED | UNKNOWN_LABEL",
                "' ' | en | NOT_RATED | NO_RATING",
                "- | en | NOT_RATED | NO_RATING"
            })
    void aLabelMeansWhatATableSaysAndNothingElse(String label, String language, Verdict verdict, String doubts) {
        check(rating(null, null, null, label), ANYWHERE, language, verdict, doubts);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "De olho | https://piaui.folha.uol.com.br/lupa/2018/10/1 | NOT_RATED | -",
                "De olho | https://fact.example/1 | NOT_RATED | UNKNOWN_LABEL",
                "Fake | https://www.snopes.com/fact-check/1 | MANIPULATED | -",
                "Fake | https://notsnopes.com/1 | FALSE | -",
                "Two Pinocchios | https://www.washingtonpost.com/1 | MIXED | -",
                "Manipulado | https://aosfatos.org/1 | MANIPULATED | -",
                "Falso | https://under_score.example/1 | FALSE | -"
            })
    void aFactCheckersOwnScaleComesFirst(String label, String url, Verdict verdict, String doubts) {
        check(rating(null, null, null, label), url, null, verdict, doubts);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "1 | 5 | 1 | FALSE | -",
                "2 | 5 | 1 | MOSTLY_FALSE | -",
                "3 | 5 | 1 | MIXED | -",
                "4 | 5 | 1 | MOSTLY_TRUE | -",
                "5 | 5 | 1 | TRUE | -",
                "7.5 | 10 | 0 | MOSTLY_TRUE | -",
                "6 | 5 | 1 | NOT_RATED | NUMBER_OUT_OF_RANGE",
                "0 | 5 | 1 | NOT_RATED | NUMBER_OUT_OF_RANGE",
                "4 | 0 | 4 | FALSE | -",
                "5 | 0 | 4 | NOT_RATED | NUMBER_OUT_OF_RANGE",
                "3 | 5 | - | NOT_RATED | NUMBER_WITHOUT_SCALE",
                "3 | - | 1 | NOT_RATED | NUMBER_WITHOUT_SCALE",
                "3 | - | - | NOT_RATED | NUMBER_WITHOUT_SCALE",
                "1 | 1 | 1 | NOT_RATED | NUMBER_WITHOUT_SCALE",
                "- | 5 | 1 | NOT_RATED | NO_RATING"
            })
    void aNumberAloneNeedsItsScale(String value, String best, String worst, Verdict verdict, String doubts) {
        check(rating(value, best, worst, null), ANYWHERE, "en", verdict, doubts);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "4 | 6 | - | Falso | FALSE | NUMBER_AGAINST_LABEL",
                "4 | 6 | - | Verdadeiro | TRUE | NUMBER_AGAINST_LABEL",
                "4 | 6 | - | Exagerado | MIXED | -",
                "1 | 6 | - | Falso | FALSE | -",
                "2 | 5 | 1 | Falso | FALSE | -",
                "7 | 8 | - | Sem contexto | MISSING_CONTEXT | -",
                "6 | 5 | - | Verdadeiro | TRUE | NUMBER_OUT_OF_RANGE",
                "0 | 5 | - | outros | NOT_RATED | UNKNOWN_LABEL",
                "5 | 5 | 1 | quem sabe | NOT_RATED | UNKNOWN_LABEL",
                "3 | - | - | Falso | FALSE | -",
                "1 | 1 | - | Falso | FALSE | -"
            })
    void theNumberNeverOutranksTheLabel(
            String value, String best, String worst, String label, Verdict verdict, String doubts) {
        check(rating(value, best, worst, label), ANYWHERE, "pt", verdict, doubts);
    }

    @Test
    void whatMeansTwoThingsIsNotRatedUntilItsLanguageIsKnown() {
        RatingRules rules = new RatingRules(List.of(new RatingScaleContent(
                "Two languages",
                List.of(),
                List.of(new Label("Si", "es", Verdict.TRUE), new Label("Si", "xx", Verdict.FALSE)))));
        Rating si = rating(null, null, null, "Si");
        assertEquals(
                new RatingReading(Verdict.NOT_RATED, List.of(Doubt.AMBIGUOUS_LABEL)), rules.read(si, ANYWHERE, null));
        assertEquals(new RatingReading(Verdict.FALSE, List.of()), rules.read(si, ANYWHERE, "xx"));
    }

    private static void check(Rating rating, String url, String language, Verdict verdict, String doubts) {
        List<Doubt> expected = doubts == null
                ? List.of()
                : Arrays.stream(doubts.split(",")).map(Doubt::valueOf).toList();
        assertEquals(new RatingReading(verdict, expected), BUILT_IN.read(rating, url, language));
    }

    private static Rating rating(String value, String best, String worst, String label) {
        return new Rating(number(value), number(best), number(worst), label);
    }

    private static BigDecimal number(String text) {
        return text == null ? null : new BigDecimal(text);
    }
}
