package dev.assay.batch.feed;

import dev.assay.model.config.ConfigFile;
import dev.assay.model.config.ConfigFiles;
import dev.assay.model.config.Fault;
import dev.assay.model.config.Spelling;
import dev.assay.model.config.YamlMap;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads code tables: those that stand in a field's rule, and those that several feeds share, one in each file of
 * {@code config/feeds/tables}.
 */
final class CodeTables {

    private static final String FOLDER = "feeds/tables";

    private final ConfigFiles files;
    private final List<Fault> faults;
    private final List<ConfigFile> read = new ArrayList<>();

    CodeTables(ConfigFiles files, List<Fault> faults) {
        this.files = files;
        this.faults = faults;
    }

    /** The files of the shared tables that were used, in the order of their use. */
    List<ConfigFile> read() {
        return read;
    }

    static boolean areIn(YamlMap rule) {
        return rule.has("codes") || rule.has("prefixes");
    }

    /** The table of a rule: {@code codes: {CODE: ours}} with {@code prefixes} and {@code otherwise}, or {@code codes: {table: NAME}}. */
    Conversion.AsCode read(YamlMap rule) {
        Optional<YamlMap> codes = rule.findMap("codes");
        Optional<String> otherwise = rule.findText("otherwise");
        return codes.isPresent() && codes.get().isText("table")
                ? shared(codes.get(), otherwise)
                : table(codes, rule.findMap("prefixes"), otherwise);
    }

    private Conversion.AsCode shared(YamlMap codes, Optional<String> otherwise) {
        String name = codes.text("table");
        Optional<ConfigFile> file = files.find(FOLDER, name);
        if (file.isEmpty()) {
            codes.fault(
                    "table",
                    "The code table (%s) is not known.".formatted(name),
                    Spelling.didYouMean(name, files.ids(FOLDER)));
            return new Conversion.AsCode(Map.of(), List.of(), otherwise);
        }
        read.add(file.get());
        YamlMap table = YamlMap.parse(file.get(), faults);
        Conversion.AsCode read = table(table.findMap("codes"), table.findMap("prefixes"), otherwise);
        table.refuseUnreadKeys();
        return read;
    }

    private static Conversion.AsCode table(
            Optional<YamlMap> codes, Optional<YamlMap> prefixes, Optional<String> otherwise) {
        List<Map.Entry<String, String>> longestFirst =
                new ArrayList<>(entries(prefixes).entrySet());
        longestFirst.sort(Comparator.comparingInt(
                        (Map.Entry<String, String> entry) -> entry.getKey().length())
                .reversed());
        return new Conversion.AsCode(entries(codes), longestFirst, otherwise);
    }

    private static Map<String, String> entries(Optional<YamlMap> map) {
        Map<String, String> entries = new HashMap<>();
        map.ifPresent(codes -> codes.keys().forEach(code -> entries.put(code, codes.text(code))));
        return entries;
    }
}
