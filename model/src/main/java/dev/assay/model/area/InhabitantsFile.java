package dev.assay.model.area;

import dev.assay.core.area.Inhabitants;
import dev.assay.core.area.Inhabitants.Count;
import dev.assay.model.config.BasisEntries;
import dev.assay.model.config.ConfigFile;
import dev.assay.model.config.ConfigFiles;
import dev.assay.model.config.Fault;
import dev.assay.model.config.FaultyConfigException;
import dev.assay.model.config.YamlMap;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Inhabitants of divisions: the files of {@code config/inhabitants}, read together. {@code docs/area.md} describes them. */
public final class InhabitantsFile {

    /** The folder of the tables in a configuration. */
    public static final String FOLDER = "inhabitants";

    private static final long MOST = 10_000_000_000L;

    private InhabitantsFile() {}

    /**
     * The table of a configuration.
     *
     * @param config the configuration
     * @return it
     * @throws FaultyConfigException with all the faults of all files, if there are any
     */
    public static Inhabitants load(ConfigFiles config) {
        List<Fault> faults = new ArrayList<>();
        List<Count> counts = new ArrayList<>();
        for (ConfigFile file : config.list(FOLDER)) {
            read(file, faults, counts);
        }
        if (!faults.isEmpty()) {
            throw new FaultyConfigException(faults);
        }
        return new Inhabitants(counts);
    }

    private static void read(ConfigFile file, List<Fault> faults, List<Count> counts) {
        YamlMap top = YamlMap.parse(file, faults);
        BasisEntries basis = BasisEntries.read(top);
        Set<String> seen = new HashSet<>();
        for (YamlMap entry : top.maps("inhabitants")) {
            String division = entry.text("division");
            if (!division.matches("\\d{6}") && !division.equals("?")) {
                entry.fault(
                        "division", "The code (%s) has not six digits.".formatted(division), "Maybe write \"320600\".");
            }
            LocalDate on = entry.day("on");
            if (!seen.add(division + " " + on)) {
                entry.fault(
                        "division",
                        "The division (%s) is counted twice for %s.".formatted(division, on),
                        "Maybe one of the two is another division.");
            }
            entry.findText("name");
            counts.add(new Count(division, on, FiguresFile.whole(entry, "number", MOST), basis.cited(entry)));
        }
        top.refuseUnreadKeys();
    }
}
