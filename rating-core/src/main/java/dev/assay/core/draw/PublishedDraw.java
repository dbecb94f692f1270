package dev.assay.core.draw;

import dev.assay.core.draw.DrawText.Lines;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A draw that was made, with all that is needed to repeat it.
 *
 * @param file what was fixed first
 * @param committedAt when the commitment was given; the file alone does not prove it
 * @param seed the chance, revealed
 * @param drawnOn the day of the draw
 * @param closed reasons by the ids of businesses that had closed since the population was fixed
 * @param result who was drawn
 */
public record PublishedDraw(
        DrawFile file,
        Instant committedAt,
        DrawSeed seed,
        LocalDate drawnOn,
        Map<String, String> closed,
        DrawResult result) {

    /** The line with which what was not fixed begins. */
    static final String REVEAL = "reveal 1";

    /** Puts the closed businesses in order. */
    public PublishedDraw {
        Map<String, String> ordered = new TreeMap<>(Bytes.ORDER);
        ordered.putAll(closed);
        closed = Collections.unmodifiableMap(ordered);
    }

    /**
     * Makes a draw.
     *
     * @param file what was fixed
     * @param committedAt when the commitment was given
     * @param seed the chance
     * @param drawnOn today
     * @param closed reasons by the ids of businesses that have closed since
     * @return it, with its result
     */
    public static PublishedDraw make(
            DrawFile file, Instant committedAt, DrawSeed seed, LocalDate drawnOn, Map<String, String> closed) {
        return new PublishedDraw(file, committedAt, seed, drawnOn, closed, Draw.of(file, seed, closed.keySet()));
    }

    /**
     * The file that is published.
     *
     * @return the draw file itself, and after it what came later, as {@code docs/draw.md} describes it
     */
    public String text() {
        String fixed = DrawText.write(file);
        String digest = file.digest();
        Lines lines = new Lines();
        lines.add(REVEAL);
        lines.add("fixed", digest);
        lines.add("commitment", DrawSeed.commitment(digest, seed.secret()));
        lines.add("committed-at", committedAt.toString());
        lines.add("seed", seed.secret());
        lines.add("public", seed.publicValue());
        lines.add("drawn-on", drawnOn.toString());
        closed.forEach((id, reason) -> lines.add("closed", id, reason));
        for (DrawResult.Quota quota : result.quotas()) {
            lines.add(
                    "stratum",
                    quota.stratum().name(),
                    quota.stratum().sector(),
                    quota.stratum().division(),
                    Integer.toString(quota.members()),
                    Integer.toString(quota.number()),
                    Integer.toString(quota.drawn()));
        }
        List<DrawResult.Drawn> drawn = result.drawn();
        for (int i = 0; i < drawn.size(); i++) {
            lines.add("drawn", Integer.toString(i + 1), drawn.get(i).business().id(), teams(drawn.get(i)));
        }
        return fixed + lines.text();
    }

    private static String teams(DrawResult.Drawn drawn) {
        return drawn.teams().entrySet().stream()
                .map(team -> team.getKey() + ":" + String.join("+", team.getValue()))
                .collect(Collectors.joining(","));
    }

    /**
     * What a published file says, before anybody has checked it.
     *
     * @param file what was fixed
     * @param digest the digest that it claims for it
     * @param commitment the commitment that it claims
     * @param committedAt when it says the commitment was given
     * @param seed the chance
     * @param drawnOn the day of the draw
     * @param closed businesses that had closed
     * @param results the lines of the result
     */
    record Claimed(
            DrawFile file,
            String digest,
            String commitment,
            Instant committedAt,
            DrawSeed seed,
            LocalDate drawnOn,
            Map<String, String> closed,
            List<String> results) {}

    /** Reads what a published file says. */
    static Claimed read(String text) {
        int end = text.indexOf("\n" + REVEAL + "\n");
        if (end < 0) {
            throw new DrawFormatException(
                    text.split("\n", -1).length, "nothing was revealed yet: there is no line (%s)".formatted(REVEAL));
        }
        LineReader lines = new LineReader(text);
        DrawFile file = DrawText.read(lines);
        DrawText.refuseOtherForm(text.substring(0, end + 1), DrawText.write(file));
        lines.take(REVEAL, 0);
        String digest = lines.take("fixed", 1)[0];
        String commitment = lines.take("commitment", 1)[0];
        Instant at = lines.instant(lines.take("committed-at", 1)[0]);
        DrawSeed seed = new DrawSeed(lines.take("seed", 1)[0], lines.take("public", 1)[0]);
        LocalDate drawnOn = lines.day(lines.take("drawn-on", 1)[0]);
        Map<String, String> closed = new TreeMap<>(Bytes.ORDER);
        lines.each("closed", 2, cells -> closed.put(cells[0], cells[1]));
        List<String> results = new ArrayList<>();
        lines.each("stratum", 6, cells -> results.add("stratum\t" + String.join("\t", cells)));
        lines.each("drawn", 3, cells -> results.add("drawn\t" + String.join("\t", cells)));
        lines.end();
        return new Claimed(file, digest, commitment, at, seed, drawnOn, closed, results);
    }
}
