package org.counterclaim.partner;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.counterclaim.database.Database;
import org.counterclaim.database.Once;
import org.counterclaim.kit.problem.FieldError;
import org.counterclaim.kit.problem.Problem;
import org.counterclaim.partner.AuditEvent.Action;

/** Issues an API key, revokes it. */
@ApplicationScoped
class KeepApiKey {

    /** One that is used and one that takes its place. */
    private static final int LIVE_AT_MOST = 2;

    private static final Duration USUAL_LIFE = Duration.ofDays(365);
    private static final Duration LONGEST_LIFE = Duration.ofDays(730);

    private final SecureRandom random = new SecureRandom();
    private final Database database;
    private final Partners partners;
    private final ApiKeys keys;
    private final Audit audit;
    private final Clock clock;
    private final KeyHash hash;

    KeepApiKey(Database database, Partners partners, ApiKeys keys, Audit audit, Clock clock, KeyHash hash) {
        this.database = database;
        this.partners = partners;
        this.keys = keys;
        this.audit = audit;
        this.clock = clock;
        this.hash = hash;
    }

    /** The answer alone has the key; one that is given again has it not. */
    Uni<ApiKeyView> issue(ApiKeyRequest request, Once once) {
        Instant now = clock.instant();
        Instant end = request.expiresAt() == null ? now.plus(USUAL_LIFE) : request.expiresAt();
        requireWithin(now, end);
        return once.make(
                "key_", id -> create(id, request, now, end), id -> keys.get(id).map(ApiKeyView::of));
    }

    Uni<Void> revoke(String id) {
        return database.write(() -> keys.get(id)
                .chain(key -> key.revokedAt != null ? Uni.createFrom().nullItem() : revoke(key)));
    }

    private Uni<Void> revoke(ApiKey key) {
        key.revokedAt = clock.instant();
        return audit.note(Action.KEY_REVOKED, key, null).replaceWithVoid();
    }

    private Uni<ApiKeyView> create(String id, ApiKeyRequest request, Instant now, Instant end) {
        KeyText text = KeyText.random(id, request.sandbox(), random);
        return partner(request.partnerId())
                .call(partner -> requireRoom(partner, request.sandbox(), now))
                .map(partner -> key(text, request, partner, now, end))
                .chain(key -> keys.persist(key)
                        .chain(() -> audit.note(Action.KEY_ISSUED, key, key.scope))
                        .replaceWith(() -> ApiKeyView.of(key, text.secret())));
    }

    private ApiKey key(KeyText text, ApiKeyRequest request, Partner partner, Instant now, Instant end) {
        ApiKey key = new ApiKey();
        key.id = text.keyId();
        key.partner = partner;
        key.name = request.name();
        key.sandbox = request.sandbox();
        key.scope = Scope.join(request.scopes());
        key.hash = hash.of(text);
        key.createdAt = now;
        key.expiresAt = end;
        return key;
    }

    private Uni<Partner> partner(String id) {
        return partners.lock(id)
                .onFailure()
                .transform(missing -> invalid("/partnerId", "There is no partner of this id."))
                .invoke(partner -> {
                    if (partner.hasEnded()) {
                        throw invalid("/partnerId", "The partner has ended.");
                    }
                });
    }

    private Uni<?> requireRoom(Partner partner, boolean sandbox, Instant now) {
        return keys.of(partner).invoke(all -> {
            long live = all.stream()
                    .filter(key -> key.sandbox == sandbox && key.isLive(now))
                    .count();
            if (live >= LIVE_AT_MOST) {
                throw Problem.CONFLICT.because("The partner has two live keys of this kind: revoke one first.");
            }
        });
    }

    private static void requireWithin(Instant now, Instant end) {
        if (!end.isAfter(now) || end.isAfter(now.plus(LONGEST_LIFE))) {
            throw invalid("/expiresAt", "A key ends in the future, and within two years.");
        }
    }

    private static RuntimeException invalid(String pointer, String detail) {
        return Problem.VALIDATION.because(detail, List.of(new FieldError(pointer, "invalid", detail)));
    }
}
