package dev.assay.model.checklist;

import dev.assay.core.business.Sector;
import dev.assay.core.text.Bilingual;
import dev.assay.core.work.Checklist;
import dev.assay.core.work.ChecklistItem;
import dev.assay.model.config.BasisEntries;
import dev.assay.model.config.ConfigFile;
import dev.assay.model.config.ConfigFiles;
import dev.assay.model.config.Fault;
import dev.assay.model.config.FaultyConfigException;
import dev.assay.model.config.Spelling;
import dev.assay.model.config.YamlMap;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Checklists: the files of {@code config/checklists}. {@code docs/work.md} describes them, and {@code config/schema/checklist.schema.json}. */
public final class ChecklistFile {

    private static final String FOLDER = "checklists";
    private static final int MOST = 1000;

    private ChecklistFile() {}

    /**
     * The checklist of a sector.
     *
     * @param files where configuration is found
     * @param sector the sector's code
     * @return the first by id that names it, or empty if none does
     * @throws FaultyConfigException with all the faults of a file, if there are any
     */
    public static Optional<Checklist> find(ConfigFiles files, String sector) {
        return files.list(FOLDER).stream()
                .map(ChecklistFile::parse)
                .filter(one -> one.sectors().contains(sector))
                .findFirst();
    }

    /**
     * The checklist of a file.
     *
     * @param file the file
     * @return it
     * @throws FaultyConfigException with all its faults, if there are any
     */
    public static Checklist parse(ConfigFile file) {
        List<Fault> faults = new ArrayList<>();
        YamlMap top = YamlMap.parse(file, faults);
        BasisEntries bases = BasisEntries.read(top);
        String id = top.text("id");
        String name = Path.of(file.name()).getFileName().toString().replaceFirst("\\.yaml$", "");
        if (!id.equals(name) && !id.equals("?")) {
            top.fault(
                    "id", "The id (%s) is not the file's name (%s).".formatted(id, name), "Maybe rename one of them.");
        }
        YamlMap least = top.map("least");
        Checklist checklist = new Checklist(
                id,
                top.text("version"),
                BasisEntries.bilingual(top, "title"),
                sectors(top),
                bases.cited(top.map("table")),
                new Checklist.Least(whole(least, "key", 0), whole(least, "items", 1)),
                whole(top, "most_general", 0),
                bases.term(top, "publish"),
                parts(top));
        top.refuseUnreadKeys();
        if (checklist.items().isEmpty()) {
            top.fault("parts", "The checklist has no items.", "Maybe write the items of the table under parts.");
        }
        if (checklist.least().items() > checklist.items().size()) {
            least.fault(
                    "items",
                    "A visit must look at %d items, of which there are %d."
                            .formatted(
                                    checklist.least().items(), checklist.items().size()),
                    "Maybe lower it.");
        }
        if (!faults.isEmpty()) {
            throw new FaultyConfigException(faults);
        }
        return checklist;
    }

    private static Set<String> sectors(YamlMap top) {
        List<String> codes = Arrays.stream(Sector.values()).map(Sector::code).toList();
        List<String> named = top.texts("sectors");
        if (named.isEmpty()) {
            top.fault("sectors", "The checklist is for no sector.", "Maybe write sectors: [catering].");
        }
        named.stream()
                .filter(sector -> !codes.contains(sector))
                .forEach(sector -> top.fault(
                        "sectors",
                        "The sector (%s) is not known.".formatted(sector),
                        Spelling.didYouMean(sector, codes)));
        return Set.copyOf(new HashSet<>(named));
    }

    private static List<Checklist.Part> parts(YamlMap top) {
        Set<String> seen = new HashSet<>();
        List<Checklist.Part> parts = new ArrayList<>();
        for (YamlMap part : top.maps("parts")) {
            List<ChecklistItem> items = new ArrayList<>();
            for (YamlMap item : part.maps("items")) {
                String id = item.text("id");
                if (id.length() > ChecklistItem.LONGEST_ID) {
                    item.fault(
                            "id",
                            "The number of an item (%s) has more than %d characters."
                                    .formatted(id, ChecklistItem.LONGEST_ID),
                            "Maybe write it as in the table, such as 3.2.");
                    id = "?";
                }
                if (!seen.add(id) && !id.equals("?")) {
                    item.fault("id", "The item (%s) stands twice.".formatted(id), "Maybe give one another number.");
                }
                Bilingual text = BasisEntries.bilingual(item, "text");
                items.add(new ChecklistItem(
                        id,
                        item.flag("key", false),
                        whole(item, "points", 1),
                        text,
                        item.findText("basis").orElse("")));
            }
            parts.add(new Checklist.Part(BasisEntries.bilingual(part, "title"), items));
        }
        return parts;
    }

    private static int whole(YamlMap map, String key, int least) {
        BigDecimal number = map.decimal(key).stripTrailingZeros();
        if (number.scale() > 0
                || number.compareTo(BigDecimal.valueOf(least)) < 0
                || number.compareTo(BigDecimal.valueOf(MOST)) > 0) {
            map.fault(
                    key,
                    "The number (%s) is no whole one from %d to %d.".formatted(number.toPlainString(), least, MOST),
                    "Maybe write %d.".formatted(Math.max(1, least)));
            return Math.max(1, least);
        }
        return number.intValueExact();
    }
}
