package dev.assay.model.division;

import dev.assay.core.division.Divisions;
import dev.assay.core.division.Divisions.Succession;
import dev.assay.model.config.BasisEntries;
import dev.assay.model.config.ConfigFile;
import dev.assay.model.config.ConfigFiles;
import dev.assay.model.config.Fault;
import dev.assay.model.config.FaultyConfigException;
import dev.assay.model.config.YamlMap;
import java.util.ArrayList;
import java.util.List;

/** Reads the successors of divisions from {@code config/divisions}. */
public final class DivisionsFile {

    /** The folder of the tables in a configuration. */
    public static final String FOLDER = "divisions";

    private DivisionsFile() {}

    /**
     * The table of a configuration, of all its files together.
     *
     * @param config the configuration
     * @return the table
     * @throws FaultyConfigException if a file has faults
     */
    public static Divisions load(ConfigFiles config) {
        List<Succession> all = new ArrayList<>();
        List<Fault> faults = new ArrayList<>();
        for (ConfigFile file : config.list(FOLDER)) {
            YamlMap top = YamlMap.parse(file, faults);
            BasisEntries basis = BasisEntries.read(top);
            for (YamlMap entry : top.maps("successors")) {
                all.add(new Succession(
                        entry.text("old"), entry.text("name"), entry.text("new"), entry.day("on"), basis.cited(entry)));
            }
            top.refuseUnreadKeys();
        }
        if (!faults.isEmpty()) {
            throw new FaultyConfigException(faults);
        }
        return Divisions.of(all);
    }
}
