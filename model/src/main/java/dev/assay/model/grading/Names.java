package dev.assay.model.grading;

import dev.assay.core.business.Sector;
import dev.assay.core.fact.Vocabulary;
import dev.assay.core.grading.Basis;
import dev.assay.core.text.Bilingual;
import dev.assay.model.config.Spelling;
import dev.assay.model.config.YamlMap;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The names of one model: the ids given so far, the legal grounds that its rules cite, and the kinds of fact that it may read. */
final class Names {

    private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Basis STAND_IN = new Basis("?", false, "", LocalDate.EPOCH, null);

    private final Map<String, String> ids = new HashMap<>();
    private final Map<String, Basis> bases;
    private final Basis law;
    private final ConditionParser conditions;

    private Names(Map<String, Basis> bases, Basis law, ConditionParser conditions) {
        this.bases = bases;
        this.law = law;
        this.conditions = conditions;
    }

    /** Reads the legal grounds of a model, and which of them is the law that the model carries out. */
    static Names of(YamlMap top, Vocabulary vocabulary, DrawnIn drawn) {
        Map<String, Basis> bases = bases(top.map("basis"));
        ConditionParser conditions = new ConditionParser(vocabulary, drawn);
        Names unlimited = new Names(bases, STAND_IN, conditions);
        return new Names(bases, unlimited.cited(top, "law"), conditions);
    }

    private static Map<String, Basis> bases(YamlMap entries) {
        Map<String, Basis> bases = new LinkedHashMap<>();
        for (String id : entries.keys()) {
            bases.put(id, basis(entries.map(id)));
        }
        return bases;
    }

    /** The legal grounds that a table names, for the same law. */
    Names with(YamlMap entries) {
        return new Names(bases(entries), law, conditions);
    }

    private static Basis basis(YamlMap map) {
        LocalDate from = map.day("valid_from");
        Optional<LocalDate> to = map.findDay("valid_to");
        if (to.isPresent() && to.get().isBefore(from)) {
            map.fault(
                    "valid_to",
                    "The end (%s) lies before the beginning (%s).".formatted(to.get(), from),
                    "Maybe the days are swapped.");
        }
        boolean provisional = map.flag("provisional", false);
        String note = note(map, provisional);
        return new Basis(
                map.text("citation"),
                provisional,
                note,
                from,
                to.filter(day -> !day.isBefore(from)).orElse(null));
    }

    private static String note(YamlMap map, boolean provisional) {
        String note = map.findText("note").orElse("");
        if (provisional && note.isEmpty()) {
            map.fault(
                    "provisional",
                    "A provisional value has no note.",
                    "Maybe add note: and say why it is not certain.");
        }
        return note;
    }

    /** Reads what the model says of facts. */
    ConditionParser conditions() {
        return conditions;
    }

    /** The law that the model carries out. */
    Basis law() {
        return law;
    }

    /** The id of a rule, once only in a model. */
    String id(YamlMap map) {
        String id = map.text("id");
        if (!id.equals("?") && !ID.matcher(id).matches()) {
            map.fault(
                    "id",
                    "The id (%s) is malformed.".formatted(id),
                    "Maybe use lower-case letters, digits and hyphens.");
        }
        String first = ids.putIfAbsent(id, map.path());
        if (first != null && !id.equals("?")) {
            map.fault(
                    "id",
                    "The id (%s) stands twice, first at %s.".formatted(id, first),
                    "Maybe give this one an id of its own.");
        }
        return id;
    }

    /** A text in both languages. */
    Bilingual bilingual(YamlMap map, String key) {
        YamlMap text = map.map(key);
        return new Bilingual(text.text("zh"), text.text("en"));
    }

    /** The legal ground that a rule cites, marked provisional where the rule says so. */
    Basis basis(YamlMap map, String key) {
        return marked(map, cited(map, key));
    }

    /** The legal ground of a value: its own citation if it has one, else that of its rule. */
    Basis basisOr(YamlMap map, Basis otherwise) {
        return marked(map, map.has("basis") ? cited(map, "basis") : otherwise);
    }

    private Basis cited(YamlMap map, String key) {
        String id = map.text(key);
        Basis basis = bases.get(id);
        if (basis == null) {
            if (!id.equals("?")) {
                map.fault(
                        key,
                        "The legal basis (%s) is not among those that the model names.".formatted(id),
                        Spelling.didYouMean(id, List.copyOf(bases.keySet())));
            }
            return STAND_IN;
        }
        if (!meet(basis, law)) {
            map.fault(
                    key,
                    "The legal basis (%s) is in force from %s to %s and never together with the model's law (from %s to %s)."
                            .formatted(id, basis.validFrom(), end(basis), law.validFrom(), end(law)),
                    "Maybe one of the days is mistyped.");
        }
        return basis;
    }

    private static Basis marked(YamlMap map, Basis basis) {
        boolean provisional = map.flag("provisional", false);
        String note = note(map, provisional);
        return provisional || !note.isEmpty()
                ? new Basis(
                        basis.citation(),
                        basis.provisional() || provisional,
                        note.isEmpty() ? basis.note() : note,
                        basis.validFrom(),
                        basis.validTo())
                : basis;
    }

    private static boolean meet(Basis a, Basis b) {
        return (a.validTo() == null || !a.validTo().isBefore(b.validFrom()))
                && (b.validTo() == null || !b.validTo().isBefore(a.validFrom()));
    }

    private static String end(Basis basis) {
        return basis.validTo() == null ? "no end" : basis.validTo().toString();
    }

    /** The sectors that a rule names; empty for all. */
    Set<Sector> sectors(YamlMap map) {
        Set<Sector> sectors = EnumSet.noneOf(Sector.class);
        for (String code : map.texts("sectors")) {
            Sector.findByCode(code)
                    .ifPresentOrElse(
                            sectors::add,
                            () -> map.fault(
                                    "sectors",
                                    "The sector (%s) is not known.".formatted(code),
                                    Spelling.didYouMean(
                                            code,
                                            Arrays.stream(Sector.values())
                                                    .map(Sector::code)
                                                    .toList())));
        }
        return sectors;
    }
}
