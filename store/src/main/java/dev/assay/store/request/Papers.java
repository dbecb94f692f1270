package dev.assay.store.request;

import static dev.assay.store.schema.Tables.PAPER;

import dev.assay.core.listing.Decision;
import dev.assay.core.request.RequestRefusedException;
import dev.assay.core.request.RequestRefusedException.Refusal;
import dev.assay.store.time.UtcTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;

/** The papers of cases and requests. What a paper is, its first bytes say, whatever its name. */
public final class Papers {

    /** The most bytes of one paper. */
    public static final int LARGEST = 10 * 1024 * 1024;

    /** The most papers of one case or request. */
    public static final int MOST = 20;

    private static final int LONGEST_NAME = 200;

    private final DSLContext dsl;

    /**
     * Papers over a database.
     *
     * @param dsl the database
     */
    public Papers(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** What a paper can be. */
    public enum Type {
        /** A PDF document. */
        PDF("application/pdf", ".pdf", "255044462d"),
        /** A JPEG picture. */
        JPEG("image/jpeg", ".jpg", "ffd8ff"),
        /** A PNG picture. */
        PNG("image/png", ".png", "89504e470d0a1a0a");

        private final String mediaType;
        private final String ending;
        private final String beginning;

        Type(String mediaType, String ending, String beginning) {
            this.mediaType = mediaType;
            this.ending = ending;
            this.beginning = beginning;
        }

        static Optional<Type> of(byte[] content) {
            String first = HexFormat.of().formatHex(content, 0, Math.min(content.length, 8));
            return Arrays.stream(values())
                    .filter(type -> first.startsWith(type.beginning))
                    .findFirst();
        }
    }

    /**
     * A paper without its content.
     *
     * @param id the store's number
     * @param subject what it belongs to, such as {@code listing-case:12}
     * @param name its name
     * @param mediaType what it is
     * @param size its bytes
     * @param sha256 the digest of its content
     * @param addedBy who added it
     * @param addedAt when
     */
    public record Paper(
            long id,
            String subject,
            String name,
            String mediaType,
            int size,
            String sha256,
            String addedBy,
            Instant addedAt) {}

    /**
     * Adds a paper.
     *
     * @param tx the transaction
     * @param subject what it belongs to
     * @param name its name; what could be a path is cut off, and the ending is made that of its type
     * @param content its bytes
     * @param by who adds it, and when
     * @return its number
     * @throws RequestRefusedException if it is empty, too large, none of the types, or one too many
     */
    public static long add(DSLContext tx, String subject, String name, byte[] content, Decision by) {
        if (content.length == 0 || content.length > LARGEST) {
            throw new RequestRefusedException(
                    Refusal.BAD_PAPER,
                    "The paper (%s) has %d bytes.%nMaybe give one of 1 to %d bytes."
                            .formatted(name, content.length, LARGEST));
        }
        Type type = Type.of(content)
                .orElseThrow(() -> new RequestRefusedException(
                        Refusal.BAD_PAPER,
                        "The paper (%s) is no PDF, JPEG or PNG.%nMaybe print it to a PDF.".formatted(name)));
        if (tx.fetchCount(PAPER, PAPER.SUBJECT.eq(subject)) >= MOST) {
            throw new RequestRefusedException(
                    Refusal.BAD_PAPER, "There are %d papers already.%nMaybe join some.".formatted(MOST));
        }
        tx.insertInto(PAPER)
                .set(PAPER.SUBJECT, subject)
                .set(PAPER.NAME, plainName(name, type))
                .set(PAPER.MEDIA_TYPE, type.mediaType)
                .set(PAPER.SIZE, content.length)
                .set(PAPER.SHA256, sha256(content))
                .set(PAPER.CONTENT, content)
                .set(PAPER.ADDED_BY, by.by())
                .set(PAPER.ADDED_AT, UtcTime.column(by.at()))
                .execute();
        return tx.lastID().longValue();
    }

    /** Letters, digits and a few signs of the last part of a path, with the ending of what it really is. */
    static String plainName(String name, Type type) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        int dot = last.lastIndexOf('.');
        String stem = (dot > 0 ? last.substring(0, dot) : last)
                .replaceAll("[^\\p{L}\\p{N} _()（）〔〕-]", "_")
                .strip();
        stem = stem.length() > LONGEST_NAME ? stem.substring(0, LONGEST_NAME) : stem;
        return (stem.isEmpty() ? "paper" : stem) + type.ending;
    }

    /**
     * The papers of something.
     *
     * @param subject what they belong to
     * @return them, oldest first
     */
    public List<Paper> of(String subject) {
        return fetch(PAPER.SUBJECT.eq(subject));
    }

    /**
     * A paper by number.
     *
     * @param id the number
     * @return it without its content, or empty if there is none
     */
    public Optional<Paper> find(long id) {
        return fetch(PAPER.PAPER_ID.eq(id)).stream().findFirst();
    }

    private List<Paper> fetch(Condition condition) {
        return dsl.select(
                        PAPER.PAPER_ID,
                        PAPER.SUBJECT,
                        PAPER.NAME,
                        PAPER.MEDIA_TYPE,
                        PAPER.SIZE,
                        PAPER.SHA256,
                        PAPER.ADDED_BY,
                        PAPER.ADDED_AT)
                .from(PAPER)
                .where(condition)
                .orderBy(PAPER.PAPER_ID)
                .fetch(row -> new Paper(
                        row.value1(),
                        row.value2(),
                        row.value3(),
                        row.value4(),
                        row.value5(),
                        row.value6(),
                        row.value7(),
                        UtcTime.instant(row.value8())));
    }

    /**
     * The content of a paper.
     *
     * @param id its number
     * @return its bytes, or empty if there is none
     */
    public Optional<byte[]> content(long id) {
        return dsl.select(PAPER.CONTENT)
                .from(PAPER)
                .where(PAPER.PAPER_ID.eq(id))
                .fetchOptional(row -> row.value1());
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }
}
