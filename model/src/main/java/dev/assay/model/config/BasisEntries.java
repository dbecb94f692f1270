package dev.assay.model.config;

import dev.assay.core.grading.Basis;
import dev.assay.core.text.Bilingual;
import dev.assay.core.time.LegalTerm;
import dev.assay.core.time.LegalTerm.Unit;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The legal grounds of a file: named once under {@code basis}, cited by name wherever a value or a rule rests on them.
 *
 * @param byName the grounds, in the order of the file
 */
public record BasisEntries(Map<String, Basis> byName) {

    private static final Basis STAND_IN = new Basis("?", true, "", LocalDate.EPOCH, null);

    /**
     * Reads the key {@code basis} of a document.
     *
     * @param document the document's top
     * @return its grounds; faults are noted in the document
     */
    public static BasisEntries read(YamlMap document) {
        Map<String, Basis> entries = new LinkedHashMap<>();
        YamlMap all = document.map("basis");
        for (String name : all.keys()) {
            YamlMap entry = all.map(name);
            LocalDate from = entry.day("valid_from");
            LocalDate to = entry.findDay("valid_to").orElse(null);
            if (to != null && to.isBefore(from)) {
                entry.fault(
                        "valid_to",
                        "The basis (%s) ends (%s) before it begins (%s).".formatted(name, to, from),
                        "Maybe the days are swapped.");
                to = null;
            }
            entries.put(
                    name,
                    new Basis(
                            entry.text("citation"),
                            entry.flag("provisional", false),
                            entry.findText("note").orElse(""),
                            from,
                            to));
        }
        return new BasisEntries(entries);
    }

    /**
     * The ground that a rule or value cites under its key {@code basis}.
     *
     * @param citing the mapping that cites
     * @return the ground; a stand-in and a fault if none of that name is there
     */
    public Basis cited(YamlMap citing) {
        String name = citing.text("basis");
        Basis basis = byName.get(name);
        if (basis == null) {
            if (!name.equals("?")) {
                citing.fault(
                        "basis",
                        "The basis (%s) is not among the file's own.".formatted(name),
                        Spelling.didYouMean(name, List.copyOf(byName.keySet())));
            }
            return STAND_IN;
        }
        return basis;
    }

    private static final Map<String, Unit> UNITS =
            Map.of("working_days", Unit.WORKING_DAYS, "days", Unit.DAYS, "months", Unit.MONTHS, "years", Unit.YEARS);

    private static final BigDecimal LONGEST = BigDecimal.valueOf(1000);

    /**
     * A term under a key, {@code {working_days: 7, basis: …}}; or in {@code days}, {@code months} or {@code years}.
     *
     * @param map the mapping that holds it
     * @param key its key
     * @return the term; a stand-in and faults for one that cannot be read
     */
    public LegalTerm term(YamlMap map, String key) {
        return term(map.map(key));
    }

    /**
     * A term that is itself the mapping.
     *
     * @param term the mapping, such as {@code {years: 3, basis: …}}; other keys are left alone
     * @return the term; a stand-in and faults for one that cannot be read
     */
    public LegalTerm term(YamlMap term) {
        List<String> given = UNITS.keySet().stream().filter(term::has).sorted().toList();
        BigDecimal length = BigDecimal.ONE;
        Unit unit = Unit.DAYS;
        if (given.size() != 1) {
            term.fault(
                    "",
                    "The term names its length in %d units.".formatted(given.size()),
                    "Maybe write one of working_days, days, months, years.");
            given.forEach(term::decimal);
        } else {
            length = term.decimal(given.getFirst());
            unit = UNITS.getOrDefault(given.getFirst(), unit);
            if (length.signum() <= 0
                    || length.compareTo(LONGEST) > 0
                    || length.stripTrailingZeros().scale() > 0) {
                term.fault(
                        given.getFirst(),
                        "The length (%s) is not a whole number from 1 to 1000.".formatted(length),
                        "Maybe write %s: 7.".formatted(given.getFirst()));
                length = BigDecimal.ONE;
            }
        }
        return new LegalTerm(length.intValue(), unit, cited(term));
    }

    /**
     * A text in two languages under a key, {@code {zh: …, en: …}}.
     *
     * @param map the mapping that holds it
     * @param key its key
     * @return the text; stand-ins and faults for a language that lacks
     */
    public static Bilingual bilingual(YamlMap map, String key) {
        YamlMap both = map.map(key);
        return Bilingual.of(both.text("zh"), both.text("en"));
    }
}
