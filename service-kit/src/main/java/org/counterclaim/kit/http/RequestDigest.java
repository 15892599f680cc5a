package org.counterclaim.kit.http;

import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.ws.rs.ConstrainedTo;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.RuntimeType;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.counterclaim.kit.problem.FieldError;
import org.counterclaim.kit.problem.Problem;

/**
 * Remembers what a request with an {@code Idempotency-Key} hashes to: its path with the query, and its body byte by byte as it
 * came. A parser may stop before the end, so the body is read to its end before one sees it, under the limit of
 * {@link BodyLimit}; what an operation reads as a stream is hashed on its way.
 */
@Provider
@ConstrainedTo(RuntimeType.SERVER)
@Priority(Priorities.USER + 100)
public class RequestDigest implements ReaderInterceptor {

    /** Names the request among all that its caller sends. */
    public static final String KEY_HEADER = "Idempotency-Key";

    /** What it does, for those who send it. */
    public static final String KEY_DESCRIPTION =
            "Makes the request safe to send again for 24 hours: it is done once, and a repetition gets the "
                    + "same answer, with `Idempotency-Replayed: true`. With another body, path or query the key is "
                    + "answered with 422 `idempotency-conflict`; while the first request is still running, after some "
                    + "seconds, with 409 `idempotency-in-progress`. A request that was refused does not use the key "
                    + "up.";

    private static final Pattern KEY_FORM = Pattern.compile("[!-~]{1,255}");

    private static final String REMEMBERED = RequestDigest.class.getName();

    private final RoutingContext exchange;

    RequestDigest(RoutingContext exchange) {
        this.exchange = exchange;
    }

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        if (!exchange.request().headers().contains(KEY_HEADER)) {
            return context.proceed();
        }
        if (context.getType() == InputStream.class) {
            MessageDigest digest = begin(exchange);
            exchange.put(REMEMBERED, digest);
            context.setInputStream(new DigestInputStream(context.getInputStream(), digest));
        } else {
            byte[] body = context.getInputStream().readAllBytes();
            exchange.put(REMEMBERED, digest(exchange, body));
            context.setInputStream(new ByteArrayInputStream(body));
        }
        return context.proceed();
    }

    /**
     * The key that the request came with, empty if it came without.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 if it is no key
     */
    public static Optional<String> keyOf(RoutingContext exchange) {
        String key = exchange.request().getHeader(KEY_HEADER);
        if (key != null && !KEY_FORM.matcher(key).matches()) {
            String detail = "A key has 1 to 255 visible characters of ASCII.";
            throw Problem.MALFORMED.because(
                    detail, List.of(new FieldError("/" + KEY_HEADER, "invalid-header", detail)));
        }
        return Optional.ofNullable(key);
    }

    /**
     * The hash of the request that this exchange began with, in hexadecimal; a body that nobody has read is none. Of a body that is
     * read as a stream it is good once, at its end.
     */
    public static String of(RoutingContext exchange) {
        Object remembered = exchange.get(REMEMBERED);
        if (remembered instanceof MessageDigest digest) {
            return HexFormat.of().formatHex(digest.digest());
        }
        return remembered == null ? digest(exchange, new byte[0]) : (String) remembered;
    }

    private static String digest(RoutingContext exchange, byte[] body) {
        return HexFormat.of().formatHex(begin(exchange).digest(body));
    }

    private static MessageDigest begin(RoutingContext exchange) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(exchange.request().uri().getBytes(StandardCharsets.UTF_8));
            digest.update((byte) '\n');
            return digest;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
