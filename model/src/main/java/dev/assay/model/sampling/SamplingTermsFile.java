package dev.assay.model.sampling;

import static dev.assay.model.config.BasisEntries.bilingual;

import dev.assay.core.sampling.SamplingTerms;
import dev.assay.core.sampling.SamplingTerms.Term;
import dev.assay.core.time.WorkingDays;
import dev.assay.model.config.BasisEntries;
import dev.assay.model.config.ConfigFile;
import dev.assay.model.config.ConfigFiles;
import dev.assay.model.config.Fault;
import dev.assay.model.config.FaultyConfigException;
import dev.assay.model.config.YamlMap;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Reads the editions of the terms after a failed sample from {@code config/sampling}. */
public final class SamplingTermsFile {

    private static final BigDecimal LONGEST = BigDecimal.valueOf(1000);

    private SamplingTermsFile() {}

    /**
     * All editions of a configuration.
     *
     * @param config the configuration
     * @return them, in the order of their file names
     * @throws FaultyConfigException if a file has faults
     */
    public static List<SamplingTerms> load(ConfigFiles config) {
        return config.list("sampling").stream().map(SamplingTermsFile::parse).toList();
    }

    /**
     * Reads one edition.
     *
     * @param file the file
     * @return the terms
     * @throws FaultyConfigException with all the faults of the file
     */
    public static SamplingTerms parse(ConfigFile file) {
        List<Fault> faults = new ArrayList<>();
        YamlMap top = YamlMap.parse(file, faults);
        BasisEntries basis = BasisEntries.read(top);
        YamlMap terms = top.map("terms");
        bilingual(top, "title");
        SamplingTerms read = new SamplingTerms(
                top.text("edition"),
                top.day("valid_from"),
                term(terms, "serve", basis),
                term(terms, "apply", basis),
                term(terms, "retest", basis),
                term(terms, "objection", basis),
                term(terms, "dispose", basis),
                WorkingDays.WEEKDAYS);
        top.refuseUnreadKeys();
        if (!faults.isEmpty()) {
            throw new FaultyConfigException(faults);
        }
        return read;
    }

    private static Term term(YamlMap terms, String key, BasisEntries basis) {
        YamlMap term = terms.map(key);
        BigDecimal days = term.decimal("days");
        if (days.signum() <= 0
                || days.compareTo(LONGEST) > 0
                || days.stripTrailingZeros().scale() > 0) {
            term.fault("days", "The term (%s) is not 1 to 1000 whole days.".formatted(days), "Maybe write days: 7.");
            days = BigDecimal.ONE;
        }
        return new Term(
                days.intValue(),
                term.oneOf("unit", List.of("working", "calendar")).equals("working"),
                basis.cited(term));
    }
}
