package org.counterclaim.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the alerts and the dashboards ask Prometheus for. */
final class Queries {

    private static final Path DEPLOY = Path.of(System.getProperty("root.dir"), "deploy");

    private static final Pattern TEXT = Pattern.compile("\"[^\"]*\"");

    /** What stands in a query beside texts and is the name of nothing: labels, times, what is grouped by. */
    private static final Pattern NO_NAMES =
            Pattern.compile("\\{[^}]*}|\\[[^\\]]*]|\\b(by|without|on|ignoring)\\s*\\([^)]*\\)|\\boffset\\s+\\w+");

    private static final Pattern NAME = Pattern.compile("(?<![\\w.:])[a-zA-Z_:][\\w:]*(?![\\w:]|\\s*\\()");
    private static final Set<String> WORDS = Set.of("and", "or", "unless", "bool");

    private Queries() {}

    /** The metrics in them, but for those that the rules record themselves and Prometheus' own. */
    static Set<String> metrics() throws IOException {
        Set<String> metrics = new TreeSet<>();
        Set<String> recorded = new TreeSet<>(Set.of("up"));
        for (JsonNode rule : rules()) {
            metrics.addAll(names(rule.path("expr").asText()));
            recorded.add(rule.path("record").asText());
        }
        for (JsonNode dashboard : dashboards()) {
            dashboard.findValuesAsText("expr").forEach(query -> metrics.addAll(names(query)));
        }
        metrics.removeAll(recorded);
        return metrics;
    }

    static List<JsonNode> dashboards() throws IOException {
        List<JsonNode> dashboards = new ArrayList<>();
        try (Stream<Path> files = Files.list(DEPLOY.resolve("grafana/dashboards"))) {
            for (Path file : files.sorted().toList()) {
                dashboards.add(new YAMLMapper().readTree(file.toFile()));
            }
        }
        return dashboards;
    }

    static Set<String> names(String query) {
        Set<String> names = new TreeSet<>();
        String bare = NO_NAMES.matcher(TEXT.matcher(query).replaceAll(" ")).replaceAll(" ");
        NAME.matcher(bare).results().forEach(name -> names.add(name.group()));
        names.removeAll(WORDS);
        return names;
    }

    private static List<JsonNode> rules() throws IOException {
        List<JsonNode> rules = new ArrayList<>();
        new YAMLMapper()
                .readTree(DEPLOY.resolve("prometheus/rules.yaml").toFile())
                .get("groups")
                .forEach(group -> group.get("rules").forEach(rules::add));
        return rules;
    }
}
