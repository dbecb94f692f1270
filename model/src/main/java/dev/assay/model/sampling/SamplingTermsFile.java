package dev.assay.model.sampling;

import static dev.assay.model.config.BasisEntries.bilingual;

import dev.assay.core.sampling.SamplingTerms;
import dev.assay.core.time.WorkingDays;
import dev.assay.model.calendar.CalendarFile;
import dev.assay.model.config.BasisEntries;
import dev.assay.model.config.ConfigFile;
import dev.assay.model.config.ConfigFiles;
import dev.assay.model.config.Fault;
import dev.assay.model.config.FaultyConfigException;
import dev.assay.model.config.YamlMap;
import java.util.ArrayList;
import java.util.List;

/** Reads the editions of the terms after a failed sample from {@code config/sampling}. */
public final class SamplingTermsFile {

    private SamplingTermsFile() {}

    /**
     * All editions of a configuration.
     *
     * @param config the configuration
     * @return them, in the order of their file names
     * @throws FaultyConfigException if a file has faults
     */
    public static List<SamplingTerms> load(ConfigFiles config) {
        WorkingDays days = CalendarFile.load(config);
        return config.list("sampling").stream().map(file -> parse(file, days)).toList();
    }

    /**
     * Reads one edition.
     *
     * @param file the file
     * @param days which days are working days
     * @return the terms
     * @throws FaultyConfigException with all the faults of the file
     */
    public static SamplingTerms parse(ConfigFile file, WorkingDays days) {
        List<Fault> faults = new ArrayList<>();
        YamlMap top = YamlMap.parse(file, faults);
        BasisEntries basis = BasisEntries.read(top);
        YamlMap terms = top.map("terms");
        bilingual(top, "title");
        SamplingTerms read = new SamplingTerms(
                top.text("edition"),
                top.day("valid_from"),
                basis.term(terms, "serve"),
                basis.term(terms, "apply"),
                basis.term(terms, "retest"),
                basis.term(terms, "objection"),
                basis.term(terms, "dispose"),
                days);
        top.refuseUnreadKeys();
        if (!faults.isEmpty()) {
            throw new FaultyConfigException(faults);
        }
        return read;
    }
}
