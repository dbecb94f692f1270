package dev.assay.store.person;

import dev.assay.core.fact.PersonNumber;
import dev.assay.core.identity.Identity;
import dev.assay.store.fact.FactJson;
import dev.assay.store.time.UtcTime;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** The encrypted numbers of identity documents, where they are mentioned, and who looked at them. */
public final class PersonNumbers {

    private static final int LONGEST_REASON = 1000;

    private final DSLContext dsl;

    /**
     * The numbers of a database.
     *
     * @param dsl the database
     */
    public PersonNumbers(DSLContext dsl) {
        this.dsl = dsl;
    }

    /**
     * A fact that mentions a number.
     *
     * @param business the business in whose file it is
     * @param name its name; null where no source named it
     * @param kind the fact's kind
     * @param occurredOn the day on which it happened
     * @param stands whether this version of the record stands
     */
    public record Mention(
            Identity business, @Nullable String name, String kind, LocalDate occurredOn, boolean stands) {}

    /**
     * A look at a number.
     *
     * @param at when
     * @param account who
     * @param purpose {@code SEARCHED} for a number that the person knew, or {@code REVEALED}
     * @param reason why, in the person's words
     */
    public record Access(Instant at, String account, String purpose, String reason) {}

    /**
     * Where a number is mentioned. The search is noted.
     *
     * @param number the number
     * @param key the key
     * @param account who searches
     * @param reason why; not blank
     * @param now the time
     * @return the facts that mention it, newest first, those of all businesses
     */
    public List<Mention> search(PersonNumber number, PersonKey key, String account, String reason, Instant now) {
        String token = key.token(number);
        note(token, account, "SEARCHED", reason, now);
        return mentions(token);
    }

    /**
     * Shows the number of a fact. The look is noted before the number is shown.
     *
     * @param token the token in the fact
     * @param key the key
     * @param account who looks
     * @param reason why; not blank
     * @param now the time
     * @return the number, or empty if none of that token is kept
     */
    public Optional<PersonNumber> reveal(String token, PersonKey key, String account, String reason, Instant now) {
        note(token, account, "REVEALED", reason, now);
        return dsl.fetchOptional("SELECT encrypted FROM person_number WHERE token = ?", token)
                .map(row -> key.decrypt(row.get(0, String.class), token));
    }

    /**
     * The token in a fact.
     *
     * @param businessKey the store's key of the business
     * @param factId the store's number of the version
     * @param field the field
     * @return the token, or empty if there is no such fact or its field holds none
     */
    public Optional<String> findToken(long businessKey, long factId, String field) {
        return dsl.fetchOptional("SELECT content FROM fact WHERE business_key = ? AND fact_id = ?", businessKey, factId)
                .flatMap(row -> FactJson.read(row.get(0, String.class)).findText(field))
                .filter(PersonNumber::isToken);
    }

    /**
     * Where the number behind a token is mentioned.
     *
     * @param token the token
     * @return the facts, newest first
     */
    public List<Mention> mentions(String token) {
        return dsl.fetch("""
                SELECT b.scheme, b.identity, b.name, f.kind, f.occurred_on, f.superseded_at IS NULL
                FROM person_mention m
                JOIN fact f ON f.record_key = m.record_key AND f.kind = m.kind AND f.feed = m.feed
                  AND f.content LIKE CONCAT('%"', m.token, '"%')
                JOIN business b ON b.business_key = f.business_key
                WHERE m.token = ?
                ORDER BY f.occurred_on DESC, f.fact_id DESC
                """, token)
                .map(row -> new Mention(
                        new Identity(row.get(0, String.class), row.get(1, String.class)),
                        row.get(2, String.class),
                        row.get(3, String.class),
                        row.get(4, LocalDate.class),
                        row.get(5, Boolean.class)));
    }

    /**
     * The last looks at numbers.
     *
     * @param limit the most to give
     * @return them, newest first
     */
    public List<Access> accesses(int limit) {
        return dsl.fetch(
                        "SELECT accessed_at, account, purpose, reason FROM person_access ORDER BY access_id DESC LIMIT ?",
                        limit)
                .map(row -> new Access(
                        UtcTime.instant(row.get(0, LocalDateTime.class)),
                        row.get(1, String.class),
                        row.get(2, String.class),
                        row.get(3, String.class)));
    }

    private void note(String token, String account, String purpose, String reason, Instant now) {
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw new IllegalArgumentException(
                    "The reason is blank or longer than 1000 characters.%nMaybe say for which case the number is needed."
                            .formatted());
        }
        dsl.execute(
                "INSERT INTO person_access (accessed_at, account, purpose, token, reason) VALUES (?, ?, ?, ?, ?)",
                UtcTime.column(now),
                account,
                purpose,
                token,
                reason);
    }
}
