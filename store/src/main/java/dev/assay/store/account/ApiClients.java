package dev.assay.store.account;

import static dev.assay.store.schema.Tables.API_CLIENT;
import static dev.assay.store.schema.Tables.CLIENT_SECRET;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.selectCount;
import static org.jooq.impl.DSL.selectOne;

import dev.assay.store.time.UtcTime;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;

/** The programs of platforms and their secrets. Every act stands in the audit log. */
public final class ApiClients {

    private final DSLContext dsl;

    /**
     * Clients in a database.
     *
     * @param dsl the database
     */
    public ApiClients(DSLContext dsl) {
        this.dsl = dsl;
    }

    /**
     * Adds a client with its first secret.
     *
     * @param id its id, which no other has
     * @param title who it is
     * @param scopes what it may
     * @param divisions of a program of the authority the divisions to which it is kept; empty for a platform's
     * @param secretHash SHA-256 of the secret, hexadecimal
     * @param act who adds it
     */
    public void add(
            String id,
            String title,
            Set<ClientScope> scopes,
            List<String> divisions,
            String secretHash,
            AccountAct act) {
        dsl.transaction(configuration -> {
            DSLContext tx = configuration.dsl();
            insert(tx, id, title, scopes, divisions, act);
            insert(tx, id, secretHash, act);
            act.note(
                    tx,
                    "client-added",
                    Map.of("title", title, "scopes", ClientScope.write(scopes), "divisions", divisions));
        });
    }

    static void insert(
            DSLContext tx, String id, String title, Set<ClientScope> scopes, List<String> divisions, AccountAct act) {
        tx.insertInto(API_CLIENT)
                .set(API_CLIENT.CLIENT_ID, id)
                .set(API_CLIENT.TITLE, title)
                .set(API_CLIENT.SCOPES, ClientScope.write(scopes))
                .set(API_CLIENT.DIVISIONS, String.join(" ", divisions))
                .set(API_CLIENT.MADE_BY, act.by())
                .set(API_CLIENT.MADE_AT, UtcTime.column(act.at()))
                .execute();
    }

    /**
     * Gives a client a new secret; those of before stay good until the end of the overlap.
     *
     * @param id the client
     * @param secretHash SHA-256 of the new secret
     * @param overlapUntil from when on those of before are good for nothing
     * @param act who does it
     * @return false if there is no such client, or it is revoked
     */
    public boolean rotate(String id, String secretHash, Instant overlapUntil, AccountAct act) {
        return dsl.transactionResult(configuration -> {
            DSLContext tx = configuration.dsl();
            boolean stands = tx.select(API_CLIENT.CLIENT_ID)
                    .from(API_CLIENT)
                    .where(API_CLIENT.CLIENT_ID.eq(id).and(API_CLIENT.REVOKED_AT.isNull()))
                    .forUpdate()
                    .fetchOptional()
                    .isPresent();
            if (stands) {
                tx.update(CLIENT_SECRET)
                        .set(CLIENT_SECRET.ENDS_AT, UtcTime.column(overlapUntil))
                        .where(CLIENT_SECRET.CLIENT_ID.eq(id).and(CLIENT_SECRET.ENDS_AT.isNull()))
                        .execute();
                insert(tx, id, secretHash, act);
                act.note(tx, "client-rotated", Map.of("until", overlapUntil.toString()));
            }
            return stands;
        });
    }

    /**
     * Ends a client with all its secrets.
     *
     * @param id the client
     * @param act who ends it
     * @return false if there is no such client, or it is revoked
     */
    public boolean revoke(String id, AccountAct act) {
        return dsl.transactionResult(configuration -> {
            DSLContext tx = configuration.dsl();
            boolean done = tx.update(API_CLIENT)
                            .set(API_CLIENT.REVOKED_BY, act.by())
                            .set(API_CLIENT.REVOKED_AT, UtcTime.column(act.at()))
                            .where(API_CLIENT.CLIENT_ID.eq(id).and(API_CLIENT.REVOKED_AT.isNull()))
                            .execute()
                    == 1;
            if (done) {
                act.note(tx, "client-revoked", Map.of());
            }
            return done;
        });
    }

    /**
     * The client that knows a secret.
     *
     * @param id its id
     * @param secretHash SHA-256 of the secret
     * @param now the time
     * @return the client, or empty if the two do not fit, the secret has ended or the client is revoked
     */
    public Optional<ApiClient> find(String id, String secretHash, Instant now) {
        return clients(
                        API_CLIENT
                                .CLIENT_ID
                                .eq(id)
                                .and(API_CLIENT.REVOKED_AT.isNull())
                                .and(exists(selectOne()
                                        .from(CLIENT_SECRET)
                                        .where(good(now).and(CLIENT_SECRET.SECRET_HASH.eq(secretHash))))),
                        now)
                .stream()
                .findFirst();
    }

    /**
     * A client that has shown who it is.
     *
     * @param id its id
     * @param now the time
     * @return the client, or empty if there is none or it is revoked
     */
    Optional<ApiClient> find(String id, Instant now) {
        return clients(API_CLIENT.CLIENT_ID.eq(id).and(API_CLIENT.REVOKED_AT.isNull()), now).stream()
                .findFirst();
    }

    /**
     * The keys of those that sign.
     *
     * @return them
     */
    public ClientKeys keys() {
        return new ClientKeys(dsl);
    }

    /**
     * Every client.
     *
     * @param now the time
     * @return them by title
     */
    public List<ApiClient> all(Instant now) {
        return clients(API_CLIENT.CLIENT_ID.isNotNull(), now);
    }

    private List<ApiClient> clients(Condition which, Instant now) {
        Field<Integer> secrets =
                field(selectCount().from(CLIENT_SECRET).where(good(now))).as("secrets");
        return dsl.select(List.of(API_CLIENT.fields()))
                .select(secrets)
                .from(API_CLIENT)
                .where(which)
                .orderBy(API_CLIENT.TITLE, API_CLIENT.CLIENT_ID)
                .fetch(row -> client(row, row.get(secrets)));
    }

    private static Condition good(Instant now) {
        return CLIENT_SECRET
                .CLIENT_ID
                .eq(API_CLIENT.CLIENT_ID)
                .and(CLIENT_SECRET.ENDS_AT.isNull().or(CLIENT_SECRET.ENDS_AT.gt(UtcTime.column(now))));
    }

    private static void insert(DSLContext tx, String id, String secretHash, AccountAct act) {
        tx.insertInto(CLIENT_SECRET)
                .set(CLIENT_SECRET.CLIENT_ID, id)
                .set(CLIENT_SECRET.SECRET_HASH, secretHash)
                .set(CLIENT_SECRET.MADE_BY, act.by())
                .set(CLIENT_SECRET.MADE_AT, UtcTime.column(act.at()))
                .execute();
    }

    private static ApiClient client(Record row, int secrets) {
        LocalDateTime revoked = row.get(API_CLIENT.REVOKED_AT);
        return new ApiClient(
                row.get(API_CLIENT.CLIENT_ID),
                row.get(API_CLIENT.TITLE),
                ClientScope.read(row.get(API_CLIENT.SCOPES)),
                Stream.of(row.get(API_CLIENT.DIVISIONS).split(" ", -1))
                        .filter(code -> !code.isEmpty())
                        .toList(),
                UtcTime.instant(row.get(API_CLIENT.MADE_AT)),
                revoked == null ? null : UtcTime.instant(revoked),
                revoked == null ? secrets : 0);
    }
}
