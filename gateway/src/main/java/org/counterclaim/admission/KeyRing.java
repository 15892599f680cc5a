package org.counterclaim.admission;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.counterclaim.database.Database;
import org.counterclaim.kit.time.BackgroundWork;
import org.counterclaim.partner.ApiKeys;
import org.counterclaim.partner.KeyHash;
import org.counterclaim.partner.KeyText;
import org.counterclaim.partner.KnownKey;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The API keys that come in now, kept in memory so that most requests need no database. Those in use are looked up again every
 * second, all at once; one that could not be for 5 s is nobody's key until it is: so a revoked key opens nothing for longer than
 * that, on whichever replica, also while the database is slow or gone.
 */
@ApplicationScoped
class KeyRing {

    private static final Duration RECHECK = Duration.ofSeconds(1);
    private static final Duration IN_USE = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final ApiKeys keys;
    private final KeyHash hash;
    private final Database database;
    private final KeyLookups lookups;
    private final Clock clock;
    private final Cache<String, Held> ring = Caffeine.newBuilder()
            .maximumSize(50_000)
            .expireAfterWrite(Duration.ofSeconds(10))
            .executor(Runnable::run)
            .build();
    private final Map<String, Uni<Held>> lookingUp = new ConcurrentHashMap<>();
    private final Map<String, Instant> lastUse = new ConcurrentHashMap<>();
    private volatile boolean outage;

    private final long freshNanos;

    /** @param fresh for how long what was found holds, if it cannot be looked up again */
    KeyRing(
            ApiKeys keys,
            KeyHash hash,
            Database database,
            KeyLookups lookups,
            Clock clock,
            @ConfigProperty(name = "counterclaim.keys-fresh-for", defaultValue = "5s") Duration fresh) {
        this.freshNanos = fresh.toNanos();
        this.keys = keys;
        this.hash = hash;
        this.database = database;
        this.lookups = lookups;
        this.clock = clock;
    }

    void begin(
            @Observes StartupEvent start,
            BackgroundWork background,
            @ConfigProperty(name = "counterclaim.note-key-use-every", defaultValue = "30s") Duration noteUse) {
        background.every(RECHECK, "Checking API keys", this::recheck);
        background.every(noteUse, "Noting when API keys were used", this::noteUse);
    }

    /** What is known of the key without asking; null if that is nothing, or too old. */
    Verdict known(KeyText key) {
        Held held = ring.getIfPresent(key.keyId());
        boolean fresh = held != null && System.nanoTime() - held.asked < freshNanos;
        return fresh ? lookups.inMemory(judge(key, held)) : null;
    }

    /** What is found when the database is asked, or that it cannot be. */
    Uni<Verdict> lookUp(KeyText key) {
        if (outage) {
            return Uni.createFrom().item(() -> lookups.inDatabase(Verdict.UNCHECKED));
        }
        return lookingUp
                .computeIfAbsent(key.keyId(), this::ask)
                .map(held -> judge(key, held))
                .onFailure()
                .recoverWithItem(Verdict.UNCHECKED)
                .invoke(lookups::inDatabase);
    }

    private Verdict judge(KeyText key, Held held) {
        KnownKey known = held.key;
        if (known == null || !hash.matches(key, known.hash()) || !known.isGood(clock.instant())) {
            return Verdict.BAD;
        }
        lastUse.put(known.id(), clock.instant());
        return Verdict.good(known);
    }

    /** However many requests come with a key at once, it is looked up once. */
    private Uni<Held> ask(String id) {
        return find(Set.of(id))
                .map(found -> ring.getIfPresent(id))
                .onTermination()
                .invoke(() -> lookingUp.remove(id))
                .memoize()
                .indefinitely();
    }

    private Uni<Void> recheck() {
        Instant since = clock.instant().minus(IN_USE);
        Set<String> inUse = lastUse.entrySet().stream()
                .filter(use -> use.getValue().isAfter(since))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        return inUse.isEmpty() && !outage ? Uni.createFrom().voidItem() : find(inUse);
    }

    /** What is found was so when it was asked, not when the answer came. */
    private Uni<Void> find(Collection<String> ids) {
        long asked = System.nanoTime();
        return database.apart(() -> keys.known(ids))
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .invoke(found -> hold(ids, found, asked))
                .invoke(() -> outage = false)
                .onFailure()
                .invoke(() -> outage = true)
                .replaceWithVoid();
    }

    private void hold(Collection<String> ids, List<KnownKey> found, long asked) {
        Map<String, KnownKey> byId = found.stream().collect(Collectors.toMap(KnownKey::id, Function.identity()));
        ids.forEach(id -> ring.put(id, new Held(byId.get(id), asked)));
    }

    private Uni<Void> noteUse() {
        Map<String, Instant> noted = Map.copyOf(lastUse);
        return noted.isEmpty()
                ? Uni.createFrom().voidItem()
                : database.apart(() -> keys.noteUse(noted)).invoke(() -> noted.forEach(lastUse::remove));
    }

    /** A key as it was when the database was asked; null for none. */
    private record Held(KnownKey key, long asked) {}
}
