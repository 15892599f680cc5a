package org.counterclaim.attribution;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The sentences of FactAppeal: where a source and what it is appealed to for stand between tags. */
public final class FactAppeal {

    private static final Pattern TAG = Pattern.compile(
            "<(/?)(Source|Fact_Appeal|Recipient|Source_Attribute|Fact_No_Appeal|[A-Za-z_]+)(?::([A-Za-z_:]+))?>");

    private FactAppeal() {}

    public static List<Annotated> read(Path file) throws IOException {
        List<Annotated> sentences = new ArrayList<>();
        List<List<String>> rows = rows(Files.readString(file));
        for (List<String> row : rows.subList(1, rows.size())) {
            sentences.add(sentence("row " + sentences.size(), row.get(1)));
        }
        return sentences;
    }

    private static Annotated sentence(String name, String tagged) {
        StringBuilder text = new StringBuilder();
        List<Annotated.Gold> golds = new ArrayList<>();
        List<String[]> open = new ArrayList<>();
        Matcher tags = TAG.matcher(tagged);
        int at = 0;
        while (tags.find()) {
            text.append(tagged, at, tags.start());
            at = tags.end();
            if (tags.group(1).isEmpty()) {
                open.add(new String[] {tags.group(2), tags.group(3), "" + text.length()});
            } else if (!open.isEmpty()) {
                String[] piece = open.remove(open.size() - 1);
                Span span = trimmed(text, Integer.parseInt(piece[2]));
                boolean source = piece[0].equals("Source");
                if (source || piece[0].equals("Fact_Appeal")) {
                    golds.add(new Annotated.Gold(
                            piece[0],
                            source ? List.of(span) : List.of(),
                            List.of(),
                            source ? List.of() : List.of(span),
                            "asserts",
                            piece[1],
                            null,
                            false,
                            false));
                }
            }
        }
        text.append(tagged.substring(at));
        return new Annotated(name, text.toString(), golds, List.of());
    }

    private static Span trimmed(CharSequence text, int start) {
        int first = start;
        while (first < text.length() - 1 && Character.isWhitespace(text.charAt(first))) {
            first++;
        }
        return new Span(first, text.length());
    }

    private static List<List<String>> rows(String csv) {
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < csv.length(); i++) {
            char c = csv.charAt(i);
            if (c == '"' && quoted && i + 1 < csv.length() && csv.charAt(i + 1) == '"') {
                cell.append(csv.charAt(i++));
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == ',' || c == '\n')) {
                row.add(cell.toString());
                cell.setLength(0);
                if (c == '\n') {
                    rows.add(row);
                    row = new ArrayList<>();
                }
            } else if (c != '\r') {
                cell.append(c);
            }
        }
        return rows;
    }
}
