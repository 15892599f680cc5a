package org.counterclaim.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Makes what a new installation keeps to itself, at random: the passwords of its stores, the keys that its services share. */
public final class Secrets {

    private static final String USAGE = """
            Usage: deploy/secrets FOLDER
            Makes the secrets of a new installation and puts them into FOLDER: one file NAME.properties for each secret of deploy/k8s,
            signing-keys.json and keyfile. What is there already stays. Nobody but their owner can read them.
            """;

    private static final String MONGODB =
            "mongodb://%s:%s@mongodb-0.mongodb:27017,mongodb-1.mongodb:27017,mongodb-2.mongodb:27017/?replicaSet=rs0&authSource=admin";
    private static final String POSTGRES = "postgresql://counterclaim:%s@postgres:5432/counterclaim";

    private static final String CURSOR_KEY = "COUNTERCLAIM_CURSOR_KEY";

    private final Path folder;
    private final Map<String, StringBuilder> files = new TreeMap<>();
    private final String clientSecret = Secret.random();

    private Secrets(Path folder) {
        this.folder = folder;
    }

    /** Exits with 0 when they are there, with 2 if it was asked for wrongly, with 1 if something stands in the way. */
    public static void main(String[] arguments) {
        if (arguments.length != 1 || arguments[0].startsWith("-")) {
            boolean asked = List.of(arguments).equals(List.of("--help"));
            (asked ? System.out : System.err).print(USAGE);
            System.exit(asked ? 0 : 2);
        }
        try {
            write(Path.of(arguments[0]));
        } catch (IOException e) {
            System.err.println("A file cannot be read or written: " + e);
            System.exit(1);
        }
    }

    /** A second time it does nothing, so that whoever starts may call it each time. */
    public static void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        // written last, so that it is there when all are
        if (Files.notExists(folder.resolve("keyfile"))) {
            new Secrets(folder).write();
        }
    }

    private void write() throws IOException {
        documents(Secret.random(), Secret.random(), Secret.random());
        partners(Secret.random());
        add("claim-service", "SERVICE_CLIENT_SECRET", clientSecret);
        add("keycloak", "CLAIM_SERVICE_CLIENT_SECRET", clientSecret);
        add("keycloak", "GATEWAY_CLIENT_SECRET", Secret.random());
        for (Map.Entry<String, StringBuilder> file : files.entrySet()) {
            put(file.getKey() + ".properties", file.getValue().toString());
        }
        put("signing-keys.json", SigningKeys.made());
        put("keyfile", keyfile());
    }

    /** The users of MongoDB, which is told of them as well. */
    private void documents(String articles, String claims, String backup) {
        add("mongodb", "ROOT_PASSWORD", Secret.random());
        add("mongodb", "ARTICLES_PASSWORD", articles);
        add("mongodb", "CLAIMS_PASSWORD", claims);
        add("mongodb", "BACKUP_PASSWORD", backup);
        add("article-service", "MONGODB_URI", MONGODB.formatted("article-service", articles));
        add("article-service", CURSOR_KEY, Secret.random());
        add("claim-service", "MONGODB_URI", MONGODB.formatted("claim-service", claims));
        add("claim-service", CURSOR_KEY, Secret.random());
        add("backup", "MONGODB_URI", MONGODB.formatted("backup", backup));
    }

    private void partners(String password) {
        add("postgres", "PASSWORD", password);
        add("gateway", "DATABASE_URL", POSTGRES.formatted(password));
        add("gateway", "COUNTERCLAIM_KEY_PEPPER", Secret.random());
        add("gateway", CURSOR_KEY, Secret.random());
        add("backup", "DATABASE_URL", POSTGRES.formatted(password));
    }

    private void add(String name, String key, String value) {
        files.computeIfAbsent(name, file -> new StringBuilder())
                .append(key)
                .append('=')
                .append(value)
                .append('\n');
    }

    private void put(String name, String content) throws IOException {
        PrivateFile.write(folder.resolve(name), content);
    }

    /** MongoDB takes the letters of base64 alone. */
    private static String keyfile() {
        byte[] random = new byte[96];
        new SecureRandom().nextBytes(random);
        return Base64.getEncoder().encodeToString(random);
    }
}
