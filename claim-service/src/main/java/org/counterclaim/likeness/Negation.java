package org.counterclaim.likeness;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/** The words by which languages say no: with one of them a claim says the contrary, however alike the rest is. */
enum Negation {
    AR("(^|[^\\p{L}])(لا|لم|لن|ليس|ليست|ما|غير|دون)($|[^\\p{L}])"),
    DE(word("nicht|kein\\p{L}*|nie|niemals|nichts|niemand")),
    EN(word("not|no|never|none|nobody|nothing|without|cannot|\\p{L}+n['’]t")),
    ES(word("no|nunca|jamás|ning[uú]n\\p{L}*|nadie|sin")),
    FR(word("ne|n['’]\\p{L}+|pas|jamais|aucune?|personne|sans")),
    PT(word("não|nunca|jamais|nenhuma?|ninguém|sem")),
    RU(word("не|нет|никогда|никто|ничего|без")),
    UK(word("не|ні|немає|ніколи|ніхто|нічого|без")),
    ZH("不|没|未|无|非|没有|從未|从未");

    private final Pattern pattern;

    Negation(String pattern) {
        this.pattern = Pattern.compile(pattern, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    private static String word(String words) {
        return "(?<![\\p{L}'’])(" + words + ")(?![\\p{L}])";
    }

    /** Whether a text says no an odd number of times; in a language that is not known nobody can tell. */
    static boolean isIn(String text, String language) {
        String primary = language.split("-", 2)[0].toUpperCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(known -> known.name().equals(primary))
                .anyMatch(known -> known.pattern.matcher(text).results().count() > 0);
    }
}
