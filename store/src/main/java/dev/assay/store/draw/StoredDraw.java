package dev.assay.store.draw;

import dev.assay.core.grading.Visibility;
import dev.assay.core.text.Bilingual;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A draw, without its files.
 *
 * @param id the store's number
 * @param plan id of its plan
 * @param title its name
 * @param visibility who may see it once it is published
 * @param divisions beginnings of the codes that it covers; empty for all
 * @param state where it stands
 * @param revision how often it was moved
 * @param asOf the day whose population it is
 * @param publicValue the public value as it was named before
 * @param population businesses that can be drawn
 * @param excluded businesses that were left out
 * @param digest digest of the draw file
 * @param commitment the commitment to the seed; null before
 * @param drawn how many were drawn; null before
 * @param fixedBy who fixed it
 * @param fixedAt when
 * @param committedAt when the commitment was given; null before
 * @param drawnAt when it was drawn; null before
 * @param publishedAt when it was published; null before
 * @param reason why it was withdrawn; null if it was not
 */
public record StoredDraw(
        int id,
        String plan,
        Bilingual title,
        Visibility visibility,
        List<String> divisions,
        State state,
        int revision,
        LocalDate asOf,
        String publicValue,
        int population,
        int excluded,
        String digest,
        @Nullable String commitment,
        @Nullable Integer drawn,
        String fixedBy,
        Instant fixedAt,
        @Nullable Instant committedAt,
        @Nullable Instant drawnAt,
        @Nullable Instant publishedAt,
        @Nullable String reason) {

    /** Where a draw stands. */
    public enum State {
        /** Population, ratios and inspectors are fixed. */
        FIXED,
        /** The commitment to the seed is given, and published with the digest of what was fixed. */
        COMMITTED,
        /** Drawn; the authority alone knows the result. */
        DRAWN,
        /** All is published, and anyone can repeat it. */
        PUBLISHED,
        /** Given up; that it was stays visible. */
        WITHDRAWN
    }

    /** Copies the list. */
    public StoredDraw {
        divisions = List.copyOf(divisions);
    }

    /**
     * As what the audit log knows a draw.
     *
     * @param id its number
     * @return the subject
     */
    public static String auditSubject(int id) {
        return "draw:" + id;
    }
}
