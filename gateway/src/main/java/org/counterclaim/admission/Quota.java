package org.counterclaim.admission;

import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What is left to a caller, in the terms of "RateLimit header fields for HTTP" (draft 11).
 *
 * @param policies every limit that holds for him
 */
@Schema(name = "Quota")
record Quota(@Schema(required = true) List<Policy> policies) {

    /**
     * One limit.
     *
     * @param name {@code burst} or {@code daily}
     * @param quota requests within a window
     * @param window seconds
     * @param remaining requests that are left; on each replica of the gateway
     * @param reset seconds until all are there again, if none is sent meanwhile
     */
    @Schema(name = "QuotaPolicy")
    record Policy(
            @Schema(required = true) String name,
            @Schema(required = true) int quota,
            @Schema(required = true) long window,
            @Schema(required = true) long remaining,
            @Schema(required = true) long reset) {

        static Policy of(String name, int quota, long window, long remaining) {
            long spent = quota - remaining;
            return new Policy(name, quota, window, remaining, (spent * window + quota - 1) / quota);
        }
    }

    /** Field value of {@code RateLimit-Policy}. */
    String policyField() {
        return policies.stream()
                .map(policy -> "\"" + policy.name + "\";q=" + policy.quota + ";w=" + policy.window)
                .collect(Collectors.joining(", "));
    }

    /** Field value of {@code RateLimit}. */
    String stateField() {
        StringBuilder field = new StringBuilder(48);
        for (Policy policy : policies) {
            field.append(field.isEmpty() ? "\"" : ", \"")
                    .append(policy.name)
                    .append("\";r=")
                    .append(policy.remaining)
                    .append(";t=")
                    .append(policy.reset);
        }
        return field.toString();
    }

    /** Names of the limits that are used up. */
    List<String> violated() {
        return policies.stream()
                .filter(policy -> policy.remaining == 0)
                .map(Policy::name)
                .toList();
    }
}
