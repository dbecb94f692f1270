package dev.assay.store.account;

import static dev.assay.store.schema.Tables.API_CLIENT;
import static dev.assay.store.schema.Tables.CLIENT_ASSERTION;
import static dev.assay.store.schema.Tables.CLIENT_KEY;

import dev.assay.store.time.UtcTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;

/** The keys of platforms' programs that sign instead of showing a secret. Every act stands in the audit log. */
public final class ClientKeys {

    private final DSLContext dsl;

    /**
     * Keys in a database.
     *
     * @param dsl the database
     */
    public ClientKeys(DSLContext dsl) {
        this.dsl = dsl;
    }

    /**
     * Adds a program that has a key and no secret.
     *
     * @param id its id, which no other has
     * @param title who it is
     * @param scopes what it may
     * @param divisions of a program of the authority the divisions to which it is kept; empty for a platform's
     * @param key the public half of its key
     * @param act who adds it
     */
    public void add(
            String id, String title, Set<ClientScope> scopes, List<String> divisions, ClientKey key, AccountAct act) {
        dsl.transaction(configuration -> {
            DSLContext tx = configuration.dsl();
            ApiClients.insert(tx, id, title, scopes, divisions, act);
            insert(tx, id, key, act);
            act.note(
                    tx,
                    "client-added",
                    Map.of(
                            "title",
                            title,
                            "scopes",
                            ClientScope.write(scopes),
                            "divisions",
                            divisions,
                            "key",
                            key.thumbprint()));
        });
    }

    /**
     * Gives a program a new key; those of before stay good until the end of the overlap.
     *
     * @param id the program
     * @param key the public half of the new key
     * @param overlapUntil from when on those of before are good for nothing
     * @param act who does it
     * @return false if there is no such program with a key, it is revoked, or it has this key already
     */
    public boolean change(String id, ClientKey key, Instant overlapUntil, AccountAct act) {
        return dsl.transactionResult(configuration -> {
            DSLContext tx = configuration.dsl();
            boolean stands = tx.select(API_CLIENT.CLIENT_ID)
                    .from(API_CLIENT)
                    .where(API_CLIENT.CLIENT_ID.eq(id).and(API_CLIENT.REVOKED_AT.isNull()))
                    .forUpdate()
                    .fetchOptional()
                    .isPresent();
            boolean has = tx.fetchExists(CLIENT_KEY, CLIENT_KEY.CLIENT_ID.eq(id));
            boolean known = tx.fetchExists(
                    CLIENT_KEY, CLIENT_KEY.CLIENT_ID.eq(id).and(CLIENT_KEY.THUMBPRINT.eq(key.thumbprint())));
            if (!stands || !has || known) {
                return false;
            }
            tx.update(CLIENT_KEY)
                    .set(CLIENT_KEY.ENDS_AT, UtcTime.column(overlapUntil))
                    .where(CLIENT_KEY.CLIENT_ID.eq(id).and(CLIENT_KEY.ENDS_AT.isNull()))
                    .execute();
            insert(tx, id, key, act);
            act.note(tx, "client-key-changed", Map.of("key", key.thumbprint(), "until", overlapUntil.toString()));
            return true;
        });
    }

    private static void insert(DSLContext tx, String id, ClientKey key, AccountAct act) {
        tx.insertInto(CLIENT_KEY)
                .set(CLIENT_KEY.CLIENT_ID, id)
                .set(CLIENT_KEY.THUMBPRINT, key.thumbprint())
                .set(CLIENT_KEY.JWK, key.jwk())
                .set(CLIENT_KEY.MADE_BY, act.by())
                .set(CLIENT_KEY.MADE_AT, UtcTime.column(act.at()))
                .execute();
    }

    /**
     * The good keys of every program.
     *
     * @param now the time
     * @return thumbprints by the program's id, the newest first
     */
    public Map<String, List<String>> all(Instant now) {
        return dsl.select(CLIENT_KEY.CLIENT_ID, CLIENT_KEY.THUMBPRINT)
                .from(CLIENT_KEY)
                .where(good(now))
                .orderBy(CLIENT_KEY.CLIENT_ID, CLIENT_KEY.MADE_AT.desc(), CLIENT_KEY.THUMBPRINT)
                .fetchGroups(CLIENT_KEY.CLIENT_ID, CLIENT_KEY.THUMBPRINT);
    }

    /**
     * The good keys of a program.
     *
     * @param id its id
     * @param now the time
     * @return them; none if there is no such program, or it is revoked
     */
    public List<ClientKey> of(String id, Instant now) {
        return dsl.select(CLIENT_KEY.THUMBPRINT, CLIENT_KEY.JWK)
                .from(CLIENT_KEY)
                .join(API_CLIENT)
                .on(API_CLIENT.CLIENT_ID.eq(CLIENT_KEY.CLIENT_ID))
                .where(CLIENT_KEY.CLIENT_ID.eq(id), API_CLIENT.REVOKED_AT.isNull(), good(now))
                .orderBy(CLIENT_KEY.MADE_AT.desc(), CLIENT_KEY.THUMBPRINT)
                .fetch(row -> new ClientKey(row.value1(), row.value2()));
    }

    private static Condition good(Instant now) {
        return CLIENT_KEY.ENDS_AT.isNull().or(CLIENT_KEY.ENDS_AT.gt(UtcTime.column(now)));
    }

    /**
     * Takes what a key signed to get a token. It is good once; those that have ended by themselves are forgotten.
     *
     * @param id the program
     * @param jti what names the signed text, at most 190 characters
     * @param end when it ends by itself
     * @param now the time
     * @return the program; empty if it was shown before
     */
    public Optional<ApiClient> take(String id, String jti, Instant end, Instant now) {
        dsl.deleteFrom(CLIENT_ASSERTION)
                .where(CLIENT_ASSERTION.ENDS_AT.lt(UtcTime.column(now)))
                .execute();
        boolean fresh = dsl.insertInto(CLIENT_ASSERTION)
                        .set(CLIENT_ASSERTION.CLIENT_ID, id)
                        .set(CLIENT_ASSERTION.JTI, jti)
                        .set(CLIENT_ASSERTION.ENDS_AT, UtcTime.column(end))
                        .onDuplicateKeyIgnore()
                        .execute()
                == 1;
        return fresh ? new ApiClients(dsl).find(id, now) : Optional.empty();
    }
}
