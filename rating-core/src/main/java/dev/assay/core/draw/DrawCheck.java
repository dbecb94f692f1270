package dev.assay.core.draw;

import dev.assay.core.publication.Sha256;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Repeats a published draw. */
public final class DrawCheck {

    private DrawCheck() {}

    /** What does not hold. */
    public enum Fault {
        /** The fixed part has another digest than the file says: population, ratios, exclusions or inspectors were changed. */
        FIXED,
        /** The seed is not the one that was committed to. */
        COMMITMENT,
        /** The plan itself cannot be drawn from. */
        PLAN,
        /** A business is said to have closed that is not in the population. */
        CLOSED,
        /** The draw, repeated, gives another result. */
        RESULT,
        /** The digest is not the one that was published before. */
        NOT_THE_FIXED,
        /** The commitment is not the one that was published before. */
        NOT_THE_COMMITTED
    }

    /**
     * Something that does not hold.
     *
     * @param fault what
     * @param expected what should be there; the first line where lines differ
     * @param found what is there
     */
    public record Finding(Fault fault, String expected, String found) {}

    /**
     * What was published before the draw, as somebody noted it.
     *
     * @param fixed the digest of the draw file; null if not noted
     * @param commitment the commitment; null if not noted
     */
    public record Noted(@Nullable String fixed, @Nullable String commitment) {

        /** Nothing was noted. */
        public static final Noted NOTHING = new Noted(null, null);
    }

    /**
     * What came of a check.
     *
     * @param file what was fixed
     * @param drawn how many businesses the file says were drawn
     * @param fixed the digest of what was fixed, computed
     * @param commitment the commitment, computed from the seed
     * @param findings what does not hold; empty if all does
     */
    public record Verdict(DrawFile file, int drawn, String fixed, String commitment, List<Finding> findings) {

        /** Copies the list. */
        public Verdict {
            findings = List.copyOf(findings);
        }
    }

    /**
     * Repeats a draw from its published file.
     *
     * @param text the file
     * @param noted what was published before
     * @return what does not hold
     * @throws IllegalArgumentException if it is no published draw
     */
    public static Verdict check(String text, Noted noted) {
        PublishedDraw.Claimed claimed = PublishedDraw.read(text);
        String fixed = Sha256.of(DrawText.write(claimed.file()));
        String commitment = DrawSeed.commitment(fixed, claimed.seed().secret());
        List<Finding> findings = new ArrayList<>();
        compare(Fault.FIXED, fixed, claimed.digest(), findings);
        compare(Fault.COMMITMENT, commitment, claimed.commitment(), findings);
        if (noted.fixed() != null) {
            compare(Fault.NOT_THE_FIXED, noted.fixed(), fixed, findings);
        }
        if (noted.commitment() != null) {
            compare(Fault.NOT_THE_COMMITTED, noted.commitment(), commitment, findings);
        }
        DrawFaults.of(claimed.file()).forEach(fault -> findings.add(new Finding(Fault.PLAN, "", fault)));
        Set<String> ids = new HashSet<>();
        claimed.file().businesses().forEach(business -> ids.add(business.id()));
        claimed.closed().keySet().stream()
                .filter(id -> !ids.contains(id))
                .forEach(id -> findings.add(new Finding(Fault.CLOSED, "", id)));
        compareResults(text, claimed, findings);
        int drawn = (int) claimed.results().stream()
                .filter(line -> line.startsWith("drawn\t"))
                .count();
        return new Verdict(claimed.file(), drawn, fixed, commitment, findings);
    }

    private static void compare(Fault fault, String expected, String found, List<Finding> findings) {
        if (!expected.equals(found)) {
            findings.add(new Finding(fault, expected, found));
        }
    }

    /** The first line at which the repeated draw differs is enough. */
    private static void compareResults(String text, PublishedDraw.Claimed claimed, List<Finding> findings) {
        if (findings.stream().anyMatch(finding -> finding.fault() == Fault.PLAN)) {
            return;
        }
        String[] repeated = PublishedDraw.make(
                        claimed.file(), claimed.committedAt(), claimed.seed(), claimed.drawnOn(), claimed.closed())
                .text()
                .split("\n", -1);
        String[] given = text.split("\n", -1);
        for (int line = 0; line < Math.max(repeated.length, given.length); line++) {
            String expected = line < repeated.length ? repeated[line] : "";
            String found = line < given.length ? given[line] : "";
            boolean claims = expected.startsWith("fixed\t") || expected.startsWith("commitment\t");
            if (!claims && !expected.equals(found)) {
                findings.add(new Finding(Fault.RESULT, shown(line, expected), shown(line, found)));
                return;
            }
        }
    }

    private static String shown(int line, String text) {
        return "line " + (line + 1) + ": " + text.replace('\t', ' ');
    }
}
