package org.counterclaim.local;

import java.nio.file.Path;

/** One of the three services, with the ports that it has when nobody says otherwise. */
public enum Service {
    ARTICLE("article-service", 8081, 9001),
    CLAIM("claim-service", 8082, 9002),
    GATEWAY("gateway", 8080, 9000);

    private final String module;
    private final int port;
    private final int managementPort;

    Service(String module, int port, int managementPort) {
        this.module = module;
        this.port = port;
        this.managementPort = managementPort;
    }

    /** Its name, which is its folder's too. */
    public String module() {
        return module;
    }

    /** What the build made of it. */
    Path jar(Path root) {
        return root.resolve(module).resolve("target/quarkus-app/quarkus-run.jar");
    }

    String portVariable() {
        return name() + "_PORT";
    }

    String managementPortVariable() {
        return name() + "_MANAGEMENT_PORT";
    }

    int defaultPort() {
        return port;
    }

    int defaultManagementPort() {
        return managementPort;
    }
}
