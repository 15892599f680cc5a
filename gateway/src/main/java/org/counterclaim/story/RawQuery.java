package org.counterclaim.story;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A query as it goes over the wire.
 *
 * @param text without the question mark; null for none
 */
record RawQuery(String text) {

    boolean isEmpty() {
        return text == null || text.isEmpty();
    }

    /** The same without these parameters; what it has of others stays as it came. */
    RawQuery without(Set<String> names) {
        return new RawQuery(parameters()
                .filter(parameter -> !names.contains(name(parameter)))
                .collect(Collectors.joining("&")));
    }

    /** The same with one parameter more; unchanged without a value. */
    RawQuery with(String name, String value) {
        return value == null
                ? this
                : new RawQuery(Stream.concat(
                                parameters(), Stream.of(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8)))
                        .collect(Collectors.joining("&")));
    }

    /** The same with another name for one parameter. */
    RawQuery renamed(String from, String to) {
        return new RawQuery(parameters()
                .map(parameter -> name(parameter).equals(from) ? to + parameter.substring(from.length()) : parameter)
                .collect(Collectors.joining("&")));
    }

    private Stream<String> parameters() {
        return text == null ? Stream.of() : Arrays.stream(text.split("&")).filter(parameter -> !parameter.isEmpty());
    }

    private static String name(String parameter) {
        return URLDecoder.decode(parameter.split("=", 2)[0], StandardCharsets.UTF_8);
    }
}
