package dev.assay.store.listing;

import dev.assay.core.fact.Values;
import dev.assay.core.listing.Decision;
import dev.assay.core.listing.EntryState;
import dev.assay.core.listing.EntryState.Annulled;
import dev.assay.core.listing.EntryState.AwaitingConsent;
import dev.assay.core.listing.EntryState.Decided;
import dev.assay.core.listing.EntryState.Expired;
import dev.assay.core.listing.EntryState.Listed;
import dev.assay.core.listing.EntryState.Removed;
import dev.assay.core.listing.Level;
import dev.assay.core.listing.ListingState;
import dev.assay.core.listing.ListingState.Dismissed;
import dev.assay.core.listing.ListingState.Heard;
import dev.assay.core.listing.ListingState.HearingAsked;
import dev.assay.core.listing.ListingState.HearingFixed;
import dev.assay.core.listing.ListingState.Noticed;
import dev.assay.core.listing.ListingState.Proposed;
import dev.assay.core.listing.Preparation;
import dev.assay.core.listing.Weighing;
import dev.assay.core.time.Deadline;
import dev.assay.store.fact.FactJson;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The states of cases as the store keeps them: a word, and a flat JSON object with all that the state knows. */
final class ListingStateJson {

    private ListingStateJson() {}

    /**
     * Writes a state.
     *
     * @param state the state
     * @return its JSON, without its word
     */
    static String write(ListingState state) {
        Map<String, Object> out = new TreeMap<>();
        switch (state) {
            case Proposed proposed -> out.put("on", proposed.on().toString());
            case Noticed noticed -> put(out, noticed.preparation());
            case HearingAsked asked -> {
                put(out, asked.preparation());
                put(out, "asked", asked.asked());
            }
            case HearingFixed fixed -> {
                put(out, fixed.preparation());
                put(out, "told", fixed.told());
                out.put("day", fixed.day().toString());
            }
            case Heard heard -> {
                put(out, heard.preparation());
                put(out, "record", heard.record());
                out.put("day", heard.day().toString());
            }
            case AwaitingConsent waiting -> {
                put(out, waiting.preparation());
                put(out, "decision", waiting.decision());
                put(out, waiting.weighing());
                out.put("level", waiting.level().beginning());
                put(out, "consent_by", waiting.consentBy());
            }
            case Decided decided -> {
                put(out, "decision", decided.decision());
                put(out, decided.weighing());
                put(out, "publish_by", decided.publishBy());
            }
            case Listed listed -> put(out, listed);
            case Removed removed -> {
                put(out, removed.entry());
                put(out, "end", removed.decision());
            }
            case Expired expired -> put(out, expired.entry());
            case Annulled annulled -> {
                if (annulled.entry() != null) {
                    put(out, annulled.entry());
                }
                put(out, "end", annulled.decision());
            }
            case Dismissed dismissed -> put(out, "decision", dismissed.decision());
        }
        return FactJson.write(Values.of(out));
    }

    /**
     * Reads a state.
     *
     * @param code its word
     * @param json its JSON
     * @return the state
     * @throws IllegalStateException if the word is not known
     */
    static ListingState read(String code, String json) {
        Values in = FactJson.read(json);
        return switch (code) {
            case Proposed.CODE -> new Proposed(day(in, "on"));
            case Noticed.CODE -> new Noticed(preparation(in));
            case HearingAsked.CODE -> new HearingAsked(preparation(in), decision(in, "asked"));
            case HearingFixed.CODE -> new HearingFixed(preparation(in), decision(in, "told"), day(in, "day"));
            case Heard.CODE -> new Heard(preparation(in), day(in, "day"), decision(in, "record"));
            case AwaitingConsent.CODE ->
                new AwaitingConsent(
                        preparation(in),
                        decision(in, "decision"),
                        weighing(in),
                        new Level(
                                in.findText("level").orElse("")), // Absent in what was written before levels were kept.
                        deadline(in, "consent_by"));
            case Decided.CODE -> new Decided(decision(in, "decision"), weighing(in), deadline(in, "publish_by"));
            case Listed.CODE -> listed(in);
            case Removed.CODE -> new Removed(listed(in), decision(in, "end"));
            case Expired.CODE -> new Expired(listed(in));
            case Annulled.CODE ->
                new Annulled(in.fields().containsKey("listed_on") ? listed(in) : null, decision(in, "end"));
            case Dismissed.CODE -> new Dismissed(decision(in, "decision"));
            default ->
                throw new IllegalStateException(
                        "A case has an unknown state (%s).%nMaybe a newer version wrote it.".formatted(code));
        };
    }

    /** Who decided, where somebody has, for lists of cases. */
    static @Nullable Decision decision(ListingState state) {
        return switch (state) {
            case AwaitingConsent waiting -> waiting.decision();
            case Decided decided -> decided.decision();
            case Listed listed -> listed.decision();
            case Removed removed -> removed.decision();
            case Expired expired -> expired.entry().decision();
            case Annulled annulled -> annulled.decision();
            case Dismissed dismissed -> dismissed.decision();
            case ListingState.Open _ -> null;
        };
    }

    /** The entry, where there is or was one. */
    static @Nullable Listed entry(ListingState state) {
        return state instanceof EntryState entry
                ? switch (entry) {
                    case Listed listed -> listed;
                    case Removed removed -> removed.entry();
                    case Expired expired -> expired.entry();
                    case Annulled annulled -> annulled.entry();
                    case AwaitingConsent _, Decided _ -> null;
                }
                : null;
    }

    private static void put(Map<String, Object> out, Preparation done) {
        out.put("handlers", List.copyOf(done.handlers()));
        if (done.notice() != null) {
            put(out, "notice", done.notice());
        }
        if (done.answerUntil() != null) {
            put(out, "answer_until", done.answerUntil());
        }
        if (done.statement() != null) {
            put(out, "statement", done.statement());
        }
    }

    private static Preparation preparation(Values in) {
        return new Preparation(
                new HashSet<>(in.getTexts("handlers")),
                in.fields().containsKey("notice_by") ? decision(in, "notice") : null,
                in.fields().containsKey("answer_until") ? deadline(in, "answer_until") : null,
                in.fields().containsKey("statement_by") ? decision(in, "statement") : null);
    }

    private static void put(Map<String, Object> out, Listed entry) {
        put(out, "decision", entry.decision());
        out.put("listed_on", entry.listedOn().toString());
        out.put("published_on", entry.publishedOn().toString());
        if (entry.endsOn() != null) {
            out.put("ends_on", entry.endsOn().toString());
        }
    }

    private static Listed listed(Values in) {
        return new Listed(
                decision(in, "decision"),
                day(in, "listed_on"),
                day(in, "published_on"),
                in.findDay("ends_on").orElse(null));
    }

    private static void put(Map<String, Object> out, String name, Decision decision) {
        out.put(name + "_by", decision.by());
        out.put(name + "_at", decision.at().toString());
        out.put(name + "_on", decision.on().toString());
        out.put(name + "_reason", decision.reason());
    }

    private static Decision decision(Values in, String name) {
        return new Decision(
                in.findText(name + "_by").orElseThrow(),
                Instant.parse(in.findText(name + "_at").orElseThrow()),
                day(in, name + "_on"),
                in.findText(name + "_reason").orElseThrow());
    }

    private static void put(Map<String, Object> out, String name, Deadline deadline) {
        out.put(name, deadline.day().toString());
        out.put(name + "_provisional", deadline.provisional());
    }

    private static Deadline deadline(Values in, String name) {
        return new Deadline(day(in, name), Boolean.TRUE.equals(in.fields().get(name + "_provisional")));
    }

    private static void put(Map<String, Object> out, Weighing weighing) {
        out.put("weighing", weighing(weighing));
    }

    /** The weighing as a list of items, each with its factor and what was found. */
    static List<Values> weighing(Weighing weighing) {
        return new TreeMap<>(weighing.factors())
                .entrySet().stream()
                        .map(one -> Values.of(Map.of("factor", one.getKey(), "found", one.getValue())))
                        .toList();
    }

    private static Weighing weighing(Values in) {
        Map<String, String> factors = new HashMap<>();
        in.getItems("weighing")
                .forEach(one -> factors.put(
                        one.findText("factor").orElseThrow(),
                        one.findText("found").orElseThrow()));
        return new Weighing(factors, false);
    }

    private static LocalDate day(Values in, String name) {
        return LocalDate.parse(in.findText(name).orElseThrow());
    }
}
