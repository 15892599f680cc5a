package org.counterclaim.admission;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConfigurationBuilder;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TokensInheritanceStrategy;
import io.github.bucket4j.VerboseResult;
import io.github.bucket4j.local.LocalBucket;
import io.github.bucket4j.local.LocalBucketBuilder;
import io.micrometer.core.instrument.Counter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.counterclaim.partner.Allowance;

/** Counts what one caller asks against his allowance. Both windows roll: what was spent comes back bit by bit. */
final class Meter {

    private static final Duration DAY = Duration.ofHours(24);

    private final LocalBucket bucket;
    private final Counter refused;
    private volatile Limits limits;

    /** @param refused counts what he asks beyond it */
    Meter(Allowance allowance, Counter refused) {
        this.refused = refused;
        this.limits = Limits.of(allowance);
        LocalBucketBuilder empty = new LocalBucketBuilder();
        limits.bandwidths.forEach(empty::addLimit);
        this.bucket = empty.build();
    }

    /** Holds him to another allowance from now on; what he has spent stays spent. */
    void follow(Allowance allowance) {
        if (!limits.allowance.equals(allowance)) {
            limits = Limits.of(allowance);
            bucket.replaceConfiguration(limits.configuration(), TokensInheritanceStrategy.PROPORTIONALLY);
        }
    }

    /** Spends one request, if there is one left. */
    Spending spend() {
        VerboseResult<ConsumptionProbe> result = bucket.asVerbose().tryConsumeAndReturnRemaining(1);
        ConsumptionProbe probe = result.getValue();
        if (!probe.isConsumed()) {
            refused.increment();
        }
        Limits now = limits;
        Quota quota = now.quota(result.getDiagnostics().getAvailableTokensPerEachBandwidth());
        return new Spending(probe.isConsumed(), seconds(probe.getNanosToWaitForRefill()), now.policyField, quota);
    }

    /** What is left. */
    Quota left() {
        return limits.quota(
                bucket.asVerbose().getAvailableTokens().getDiagnostics().getAvailableTokensPerEachBandwidth());
    }

    private static long seconds(long nanos) {
        return Math.max(1, TimeUnit.NANOSECONDS.toSeconds(nanos + TimeUnit.SECONDS.toNanos(1) - 1));
    }

    /**
     * What came of it.
     *
     * @param granted whether there was one left
     * @param retryAfter seconds until there is one, if not
     * @param policyField the quota's field value of {@code RateLimit-Policy}, which is the same each time
     */
    record Spending(boolean granted, long retryAfter, String policyField, Quota quota) {}

    private record Limits(Allowance allowance, List<Bandwidth> bandwidths, String policyField) {

        Limits(Allowance allowance, List<Bandwidth> bandwidths) {
            this(
                    allowance,
                    bandwidths,
                    quota(bandwidths, new long[bandwidths.size()]).policyField());
        }

        static Limits of(Allowance allowance) {
            List<Bandwidth> bandwidths = new ArrayList<>();
            bandwidths.add(limit("burst", allowance.burst(), allowance.window()));
            if (allowance.daily() > 0) {
                bandwidths.add(limit("daily", allowance.daily(), DAY));
            }
            return new Limits(allowance, bandwidths);
        }

        private static Bandwidth limit(String name, int quota, Duration window) {
            return Bandwidth.builder()
                    .capacity(quota)
                    .refillGreedy(quota, window)
                    .id(name)
                    .build();
        }

        BucketConfiguration configuration() {
            ConfigurationBuilder configuration = BucketConfiguration.builder();
            bandwidths.forEach(configuration::addLimit);
            return configuration.build();
        }

        Quota quota(long[] left) {
            return quota(bandwidths, left);
        }

        private static Quota quota(List<Bandwidth> bandwidths, long[] left) {
            List<Quota.Policy> policies = new ArrayList<>(left.length);
            for (int i = 0; i < left.length && i < bandwidths.size(); i++) {
                Bandwidth limit = bandwidths.get(i);
                long window = TimeUnit.NANOSECONDS.toSeconds(limit.getRefillPeriodNanos());
                policies.add(Quota.Policy.of(limit.getId(), (int) limit.getCapacity(), window, left[i]));
            }
            return new Quota(policies);
        }
    }
}
