package org.counterclaim.database;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.PropertiesConfigSource;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * Reads {@code DATABASE_URL}, the one address that an operator gives ({@code postgresql://user:password@host:port/database}),
 * for both drivers: the reactive one that serves requests and the JDBC one that migrates.
 */
public class DatabaseUrl implements ConfigSourceFactory {

    private static final String NAME = "DATABASE_URL";
    private static final String LOCAL = "postgresql://postgres@127.0.0.1:5432/postgres";

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        ConfigValue given = context.getValue(NAME);
        String url = given == null || given.getValue() == null ? LOCAL : given.getValue();
        return List.of(new PropertiesConfigSource(settings(url), NAME, ConfigSource.DEFAULT_ORDINAL));
    }

    /** @throws IllegalArgumentException without the address in it: it may have a password */
    static Map<String, String> settings(String url) {
        URI uri = parse(url);
        String address = "postgresql://" + uri.getRawAuthority().replaceFirst("^.*@", "") + uri.getRawPath()
                + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
        Map<String, String> settings = new HashMap<>();
        settings.put("quarkus.datasource.reactive.url", address);
        settings.put("quarkus.datasource.jdbc.url", "jdbc:" + address);
        if (uri.getRawUserInfo() != null) {
            String[] login = uri.getRawUserInfo().split(":", 2);
            settings.put("quarkus.datasource.username", decode(login[0]));
            settings.put("quarkus.datasource.password", login.length > 1 ? decode(login[1]) : "");
        }
        return settings;
    }

    private static URI parse(String url) {
        try {
            URI uri = URI.create(url);
            if (List.of("postgresql", "postgres").contains(String.valueOf(uri.getScheme())) && uri.getHost() != null) {
                return uri;
            }
        } catch (IllegalArgumentException unreadable) {
            // its message has the address
        }
        throw new IllegalArgumentException(NAME + " must be of the form postgresql://user:password@host:port/database");
    }

    private static String decode(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
