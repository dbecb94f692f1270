package dev.assay.model.comparison;

import dev.assay.core.text.Bilingual;
import dev.assay.model.config.YamlValue;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts differences into words. */
final class Teller {

    private static final Set<String> BOUNDS = Set.of("at_least", "above", "at_most", "below");

    private final YamlValue.Entries before;
    private final YamlValue.Entries after;
    private final Consumer<Change> changes;

    Teller(YamlValue.Entries before, YamlValue.Entries after, Consumer<Change> changes) {
        this.before = before;
        this.after = after;
        this.changes = changes;
    }

    static boolean isBound(String key) {
        return BOUNDS.contains(key);
    }

    void added(Place place, YamlValue value) {
        if (isProvisional(place)) {
            tell(place, Change.Kind.CHANGED, null, Flow.of(value), "：现为暂定", ": now so");
            return;
        }
        String now = shown(place, value, after);
        tell(place, Change.Kind.ADDED, null, Flow.of(value), "：新增 " + now, ": new, " + now);
    }

    void removed(Place place, YamlValue value) {
        if (isProvisional(place)) {
            tell(place, Change.Kind.CHANGED, Flow.of(value), null, "：不再暂定", ": no longer so");
            return;
        }
        String was = shown(place, value, before);
        tell(place, Change.Kind.REMOVED, Flow.of(value), null, "：删除（原为 " + was + "）", ": removed, was " + was);
    }

    void changed(Place place, YamlValue was, YamlValue now) {
        String old = shown(place, was, before);
        String fresh = shown(place, now, after);
        tell(
                place,
                Change.Kind.CHANGED,
                Flow.of(was),
                Flow.of(now),
                "：由 " + old + " 改为 " + fresh,
                ": now " + fresh + " instead of " + old);
    }

    /** A list of texts: what is gone and what is new of it; as a whole where its order counts. */
    void set(Place place, List<YamlValue> was, List<YamlValue> now) {
        if (Meaning.isOrdered(place.key())) {
            changed(place, new YamlValue.Items(was), new YamlValue.Items(now));
            return;
        }
        String gone = lacking(was, now);
        String fresh = lacking(now, was);
        String zh = (gone.isEmpty() ? "" : "去掉 " + gone)
                + (gone.isEmpty() || fresh.isEmpty() ? "" : "；")
                + (fresh.isEmpty() ? "" : "增加 " + fresh);
        String en = (gone.isEmpty() ? "" : "no longer " + gone)
                + (gone.isEmpty() || fresh.isEmpty() ? "" : "; ")
                + (fresh.isEmpty() ? "" : "now also " + fresh);
        tell(
                place,
                Change.Kind.CHANGED,
                Flow.of(new YamlValue.Items(was)),
                Flow.of(new YamlValue.Items(now)),
                "：" + zh,
                ": " + en);
    }

    private static String lacking(List<YamlValue> values, List<YamlValue> others) {
        return values.stream()
                .filter(value -> others.stream().noneMatch(other -> Meaning.same("", value, other)))
                .map(Flow::of)
                .collect(Collectors.joining(", "));
    }

    void reordered(Place place, List<String> was, List<String> now) {
        String old = String.join(", ", was);
        String fresh = String.join(", ", now);
        tell(
                place,
                Change.Kind.REORDERED,
                old,
                fresh,
                "：先后次序由 " + old + " 改为 " + fresh,
                ": now in the order " + fresh + " instead of " + old);
    }

    /** Where a grade begins and where it ends. */
    void bounds(Place place, YamlValue was, YamlValue now) {
        if (was instanceof YamlValue.Entries old && now instanceof YamlValue.Entries fresh) {
            bound(place, "begins", lower(old), lower(fresh));
            bound(place, "ends", upper(old), upper(fresh));
        }
    }

    private void bound(Place place, String verb, Bilingual old, Bilingual fresh) {
        if (!old.equals(fresh)) {
            boolean begins = verb.equals("begins");
            changes.accept(new Change(
                    place.part(),
                    Change.Kind.CHANGED,
                    place.path() + "." + verb,
                    old.en(),
                    fresh.en(),
                    Bilingual.of(
                            place.words().zh() + (begins ? "：起点由 " : "：终点由 ") + old.zh() + " 改为 " + fresh.zh(),
                            place.words().en() + " now " + verb + " " + fresh.en() + " instead of " + old.en())));
        }
    }

    private static Bilingual lower(YamlValue.Entries band) {
        return bound(band, "at_least", "at ", "above", "above ");
    }

    private static Bilingual upper(YamlValue.Entries band) {
        return bound(band, "at_most", "at ", "below", "below ");
    }

    private static Bilingual bound(YamlValue.Entries band, String included, String at, String excluded, String beyond) {
        return band.findText(included)
                .map(number -> Meaning.of("", new YamlValue.Text(number)))
                .map(number -> Bilingual.of(number + "（含）", at + number))
                .or(() -> band.findText(excluded)
                        .map(number -> Meaning.of("", new YamlValue.Text(number)))
                        .map(number -> Bilingual.of(number + "（不含）", beyond + number)))
                .orElse(Bilingual.of("无界", "without a bound"));
    }

    private static boolean isProvisional(Place place) {
        return place.key().equals("provisional");
    }

    /** A legal ground by its name and its citation; a rule without what its name and its ground say already. */
    private static String shown(Place place, YamlValue value, YamlValue.Entries model) {
        if ((place.key().equals("basis") || place.key().equals("law")) && value instanceof YamlValue.Text(var name)) {
            return model.find("basis")
                    .filter(YamlValue.Entries.class::isInstance)
                    .flatMap(bases -> ((YamlValue.Entries) bases).find(name))
                    .filter(YamlValue.Entries.class::isInstance)
                    .flatMap(basis -> ((YamlValue.Entries) basis).findText("citation"))
                    .map(citation -> name + " (" + citation + ")")
                    .orElse(name);
        }
        return place.key().isEmpty() && place.part() != ModelPart.BASIS ? Flow.ofRule(value) : Flow.of(value);
    }

    private void tell(Place place, Change.Kind kind, @Nullable String was, @Nullable String now, String zh, String en) {
        changes.accept(new Change(
                place.part(),
                kind,
                place.path(),
                was,
                now,
                Bilingual.of(place.words().zh() + zh, place.words().en() + en)));
    }
}
