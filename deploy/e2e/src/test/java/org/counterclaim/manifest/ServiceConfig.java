package org.counterclaim.manifest;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/**
 * What a service makes of its environment, by its own properties, the kit's, and the sources of both.
 *
 * @param properties as they hold in production
 * @param keys all that the sources read, without a value where they have none
 */
record ServiceConfig(String module, Map<String, String> properties, Set<String> keys) {

    private static final Path ROOT = Path.of(System.getProperty("root.dir"));
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]*)(?::([^}]*))?}");
    private static final Pattern PROPERTY = Pattern.compile("@ConfigProperty\\(\\s*name = \"([^\"]+)\"");
    private static final Pattern SOURCE = Pattern.compile("\"([A-Z]+(?:_[A-Z]+)+)\"");
    private static final Pattern MAPPING = Pattern.compile("@ConfigMapping\\(prefix = \"([^\"]+)\"\\)");
    private static final Pattern METHOD =
            Pattern.compile("(?m)^ +(?:[A-Z][\\w<>]*|int|long|double|boolean) (\\w+)\\(\\);");
    private static final Map<String, ServiceConfig> READ = new HashMap<>();

    static synchronized ServiceConfig of(String module) {
        return READ.computeIfAbsent(module, ServiceConfig::read);
    }

    private static ServiceConfig read(String module) {
        Map<String, String> properties = new HashMap<>();
        properties.putAll(load(ROOT.resolve("service-kit/src/main/resources/META-INF/microprofile-config.properties")));
        properties.putAll(load(ROOT.resolve(module + "/src/main/resources/application.properties")));
        properties.keySet().removeIf(key -> key.startsWith("%"));
        Set<String> keys = new TreeSet<>(properties.keySet());
        Stream.of("service-kit", module).forEach(part -> keys.addAll(keysIn(ROOT.resolve(part + "/src/main/java"))));
        return new ServiceConfig(module, properties, keys);
    }

    /** A value of its own, as it holds when the environment says nothing. */
    String value(String key) {
        return properties.get(key);
    }

    /** Whether it makes anything of this environment variable. */
    boolean reads(String variable) {
        return variables().containsKey(variable)
                || keys.stream().map(ServiceConfig::asVariable).anyMatch(variable::equals)
                || variable.startsWith("QUARKUS_") && isQuarkus(variable);
    }

    /** The variables that its properties name, with what holds without them. */
    Map<String, String> variables() {
        return properties.values().stream()
                .flatMap(value -> VARIABLE.matcher(value).results())
                .collect(Collectors.toMap(
                        found -> found.group(1), found -> String.valueOf(found.group(2)), (one, same) -> one));
    }

    /** Whether a part of Quarkus that is packaged with it says that it has a setting of this name. */
    private boolean isQuarkus(String variable) {
        Path libraries = ROOT.resolve(module + "/target/quarkus-app/lib/main");
        try (Stream<Path> jars = Files.list(libraries)) {
            return jars.filter(jar -> jar.getFileName().toString().startsWith("io.quarkus.quarkus-"))
                    .anyMatch(jar -> documents(jar, variable));
        } catch (IOException e) {
            throw new UncheckedIOException(module + " has to be packaged first", e);
        }
    }

    private static boolean documents(Path jar, String variable) {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            var model = zip.getEntry("META-INF/quarkus-config-doc/quarkus-config-model.json");
            if (model == null) {
                return false;
            }
            String text = new String(zip.getInputStream(model).readAllBytes(), StandardCharsets.UTF_8);
            return Pattern.compile("\"(quarkus\\.[a-z0-9.-]+)\"")
                    .matcher(text)
                    .results()
                    .map(found -> asVariable(found.group(1)))
                    .anyMatch(variable::equals);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String asVariable(String key) {
        return key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }

    private static Set<String> keysIn(Path sources) {
        try (Stream<Path> files = Files.walk(sources)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .flatMap(file -> keysOf(text(file)))
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of a mapping every path of at most three of its methods: too many, but none that no method reads. */
    private static Stream<String> keysOf(String source) {
        Stream<String> injected = PROPERTY.matcher(source).results().map(found -> found.group(1));
        Set<String> names =
                METHOD.matcher(source).results().map(ServiceConfig::kebab).collect(Collectors.toSet());
        Stream<String> mapped = MAPPING.matcher(source)
                .results()
                .map(found -> found.group(1))
                .flatMap(prefix -> deeper(Set.of(prefix), names));
        // a source of settings that reads a variable itself
        Stream<String> read = source.contains("implements ConfigSourceFactory")
                ? SOURCE.matcher(source).results().map(found -> found.group(1))
                : Stream.of();
        return Stream.of(injected, mapped, read).flatMap(each -> each);
    }

    private static Stream<String> deeper(Set<String> prefixes, Set<String> names) {
        Set<String> found = new TreeSet<>();
        Set<String> level = prefixes;
        for (int depth = 0; depth < 3; depth++) {
            level = level.stream()
                    .flatMap(prefix -> names.stream().map(name -> prefix + "." + name))
                    .collect(Collectors.toSet());
            found.addAll(level);
        }
        return found.stream();
    }

    private static String kebab(MatchResult method) {
        return method.group(1).replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    private static Map<String, String> load(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.stringPropertyNames().stream().collect(Collectors.toMap(key -> key, properties::getProperty));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
