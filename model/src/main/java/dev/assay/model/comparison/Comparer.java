package dev.assay.model.comparison;

import dev.assay.model.config.YamlValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Walks through two documents side by side and tells each difference where it first shows. */
final class Comparer {

    private final YamlValue.Entries before;
    private final YamlValue.Entries after;
    private final Teller teller;

    Comparer(YamlValue.Entries before, YamlValue.Entries after, Consumer<Change> changes) {
        this.before = before;
        this.after = after;
        this.teller = new Teller(before, after, changes);
    }

    /** Compares what stands at a key of the top. */
    void compareTop(String key) {
        @Nullable YamlValue one = before.entries().get(key);
        @Nullable YamlValue other = after.entries().get(key);
        ModelPart part = ModelPart.of(key);
        Place top = Place.top(part, key);
        if (part == ModelPart.BASIS || part == ModelPart.ROWS) {
            named(top, entriesOf(one), entriesOf(other));
        } else if (isList(one) || isList(other)) {
            list(top, itemsOf(one), itemsOf(other), true);
        } else {
            compare(top, one, other);
        }
    }

    private static boolean isList(@Nullable YamlValue value) {
        return value instanceof YamlValue.Items(var values) && values.stream().anyMatch(Comparer::isEntries);
    }

    private static boolean isEntries(@Nullable YamlValue value) {
        return value instanceof YamlValue.Entries;
    }

    private static Map<String, YamlValue> entriesOf(@Nullable YamlValue value) {
        return value instanceof YamlValue.Entries(var entries) ? entries : Map.of();
    }

    /** A single value stands for a list of it. */
    private static List<YamlValue> itemsOf(@Nullable YamlValue value) {
        return value instanceof YamlValue.Items(var values) ? values : value == null ? List.of() : List.of(value);
    }

    private void compare(Place place, @Nullable YamlValue one, @Nullable YamlValue other) {
        if (one == null || other == null) {
            if (one != null) {
                teller.removed(place, one);
            } else if (other != null) {
                teller.added(place, other);
            }
        } else if (Meaning.same(place.key(), one, other)) {
            return;
        } else if (one instanceof YamlValue.Entries(var mine) && other instanceof YamlValue.Entries(var theirs)) {
            entries(place, one, other, mine, theirs);
        } else if (isList(one) || isList(other)) {
            list(place, itemsOf(one), itemsOf(other), false);
        } else if (one instanceof YamlValue.Items || other instanceof YamlValue.Items) {
            teller.set(place, itemsOf(one), itemsOf(other));
        } else {
            teller.changed(place, one, other);
        }
    }

    /** Mappings without a common key are two different things, such as two forms of condition. */
    private void entries(
            Place place, YamlValue one, YamlValue other, Map<String, YamlValue> mine, Map<String, YamlValue> theirs) {
        if (mine.keySet().stream().noneMatch(theirs::containsKey)) {
            teller.changed(place, one, other);
            return;
        }
        if (place.part() == ModelPart.BANDS) {
            teller.bounds(place, one, other);
        }
        for (String key : union(mine, theirs)) {
            if (!(place.part() == ModelPart.BANDS && Teller.isBound(key))) {
                compare(place.at(key), audible(key, mine), audible(key, theirs));
            }
        }
    }

    private static @Nullable YamlValue audible(String key, Map<String, YamlValue> entries) {
        YamlValue value = entries.get(key);
        return value == null || Meaning.isSilence(key, value) ? null : value;
    }

    private static Set<String> union(Map<String, YamlValue> mine, Map<String, YamlValue> theirs) {
        Set<String> keys = new LinkedHashSet<>(mine.keySet());
        keys.addAll(theirs.keySet());
        return keys;
    }

    private void named(Place top, Map<String, YamlValue> mine, Map<String, YamlValue> theirs) {
        for (String name : union(mine, theirs)) {
            YamlValue one = mine.get(name);
            YamlValue other = theirs.get(name);
            compare(top.entry(name, one == null ? Objects.requireNonNull(other) : one), one, other);
        }
    }

    private void list(Place place, List<YamlValue> mine, List<YamlValue> theirs, boolean atTop) {
        Optional<Map<String, YamlValue>> one = keyed(mine);
        Optional<Map<String, YamlValue>> other = keyed(theirs);
        if (one.isPresent() && other.isPresent()) {
            keyed(place, one.get(), other.get(), atTop);
        } else {
            loose(place, mine, theirs);
        }
    }

    /** The entries by what identifies them; empty if one has nothing or two have the same. */
    private static Optional<Map<String, YamlValue>> keyed(List<YamlValue> values) {
        Map<String, YamlValue> keyed = new LinkedHashMap<>();
        for (YamlValue value : values) {
            Optional<String> key = keyOf(value);
            if (key.isEmpty() || keyed.put(key.get(), value) != null) {
                return Optional.empty();
            }
        }
        return Optional.of(keyed);
    }

    private static Optional<String> keyOf(YamlValue value) {
        if (!(value instanceof YamlValue.Entries entries)) {
            return Optional.empty();
        }
        return entries.findText("id")
                .or(() -> entries.findText("grade"))
                .or(() ->
                        entries.findText("up_to").map(bound -> Place.UP_TO + Meaning.of("", new YamlValue.Text(bound))))
                .or(() -> entries.findText("above").map(_ -> Place.OPEN));
    }

    private void keyed(Place place, Map<String, YamlValue> mine, Map<String, YamlValue> theirs, boolean atTop) {
        List<String> gone =
                mine.keySet().stream().filter(id -> !theirs.containsKey(id)).toList();
        List<String> fresh =
                theirs.keySet().stream().filter(id -> !mine.containsKey(id)).toList();
        // The bound is what identifies a step: where one was moved, the step is still the same one.
        boolean moved = place.key().equals("steps") && gone.size() == fresh.size();
        mine.forEach((id, value) -> {
            String now = moved && gone.contains(id) ? fresh.get(gone.indexOf(id)) : id;
            compare(atTop ? place.entry(id, value) : place.inner(id, value), value, theirs.get(now));
        });
        if (!moved) {
            fresh.forEach(id -> {
                YamlValue value = Objects.requireNonNull(theirs.get(id));
                compare(atTop ? place.entry(id, value) : place.inner(id, value), null, value);
            });
        }
        List<String> order = mine.keySet().stream().filter(theirs::containsKey).toList();
        List<String> newOrder =
                theirs.keySet().stream().filter(mine::containsKey).toList();
        if (Meaning.isOrdered(place.key()) && !place.key().equals("steps") && !order.equals(newOrder)) {
            teller.reordered(place, order, newOrder);
        }
    }

    /** Entries that nothing identifies: what is on both sides is left out; what is left is one thing changed, or comes and goes. */
    private void loose(Place place, List<YamlValue> mine, List<YamlValue> theirs) {
        List<YamlValue> gone = new ArrayList<>(mine);
        List<YamlValue> fresh = new ArrayList<>(theirs);
        for (YamlValue value : mine) {
            Optional<YamlValue> same = fresh.stream()
                    .filter(other -> Meaning.same(place.key(), value, other))
                    .findFirst();
            if (same.isPresent()) {
                fresh.remove(same.get());
                gone.remove(value);
            }
        }
        if (gone.size() == 1 && fresh.size() == 1) {
            compare(place, gone.getFirst(), fresh.getFirst());
        } else {
            gone.forEach(value -> teller.removed(place, value));
            fresh.forEach(value -> teller.added(place, value));
        }
    }
}
