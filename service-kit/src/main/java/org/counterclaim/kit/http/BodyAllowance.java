package org.counterclaim.kit.http;

import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How long a body may be, and how long it may take to come. What is uploaded, which a service names by its path, may be more. */
@Singleton
public class BodyAllowance {

    private final Size usual;
    private final Size upload;
    private final Pattern uploads;

    /**
     * @param bytes of a body
     * @param time until it is whole, counted from its head
     */
    private record Size(long bytes, Duration time) {}

    BodyAllowance(
            @ConfigProperty(name = "counterclaim.body-limit", defaultValue = "1048576") long limit,
            @ConfigProperty(name = "counterclaim.body-timeout") Duration timeout,
            @ConfigProperty(name = "counterclaim.upload-path") Optional<String> uploadPath,
            @ConfigProperty(name = "counterclaim.upload-limit") long uploadLimit,
            @ConfigProperty(name = "counterclaim.upload-timeout") Duration uploadTimeout) {
        this.usual = new Size(limit, timeout);
        this.upload = new Size(uploadLimit, uploadTimeout);
        this.uploads = uploadPath.map(Pattern::compile).orElse(null);
    }

    /** Bytes that the body of this request may have. */
    public long bytes(RoutingContext exchange) {
        return of(exchange).bytes;
    }

    /** Milliseconds that the body of this request may take. */
    public long millis(RoutingContext exchange) {
        return of(exchange).time.toMillis();
    }

    private Size of(RoutingContext exchange) {
        boolean isUpload =
                uploads != null && uploads.matcher(exchange.normalizedPath()).matches();
        return isUpload ? upload : usual;
    }
}
