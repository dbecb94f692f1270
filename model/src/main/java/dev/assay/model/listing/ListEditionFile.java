package dev.assay.model.listing;

import static dev.assay.model.config.BasisEntries.bilingual;

import dev.assay.core.fact.FactKind;
import dev.assay.core.fact.Field;
import dev.assay.core.fact.Vocabulary;
import dev.assay.core.listing.EntryTerm;
import dev.assay.core.listing.ListEdition;
import dev.assay.core.listing.ListEdition.Exclusion;
import dev.assay.core.listing.ListEdition.HeavierPenalty;
import dev.assay.core.listing.ListEdition.Standing;
import dev.assay.core.listing.ListGround;
import dev.assay.core.listing.Procedure;
import dev.assay.core.listing.Procedure.Factor;
import dev.assay.core.time.LegalTerm;
import dev.assay.model.config.BasisEntries;
import dev.assay.model.config.ConfigFile;
import dev.assay.model.config.ConfigFiles;
import dev.assay.model.config.DeclaredKinds;
import dev.assay.model.config.Fault;
import dev.assay.model.config.FaultyConfigException;
import dev.assay.model.config.Spelling;
import dev.assay.model.config.YamlMap;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the editions of the lists from those files of {@code config/measures} that have the key {@code list}. */
public final class ListEditionFile {

    private static final List<String> PENALTY_TEXTS = List.of("conduct", "facts");

    private final YamlMap top;
    private final BasisEntries basis;
    private final Vocabulary vocabulary;
    private final Set<String> ids = new HashSet<>();

    private ListEditionFile(YamlMap top, Vocabulary vocabulary) {
        this.top = top;
        this.basis = BasisEntries.read(top);
        this.vocabulary = vocabulary;
    }

    /**
     * All editions of a configuration.
     *
     * @param config the configuration
     * @return them, in the order of their file names
     * @throws FaultyConfigException if a file has faults, or two editions share an id
     */
    public static List<ListEdition> load(ConfigFiles config) {
        Vocabulary vocabulary = DeclaredKinds.load(config);
        Map<String, ListEdition> editions = new LinkedHashMap<>();
        for (ConfigFile file : config.list("measures")) {
            if (!YamlMap.parse(file, new ArrayList<>()).has("list")) {
                continue;
            }
            ListEdition edition = parse(file, vocabulary);
            if (editions.put(edition.edition(), edition) != null) {
                throw new FaultyConfigException(List.of(new Fault(
                        file.name(),
                        1,
                        "edition",
                        "The edition (%s) is taken.".formatted(edition.edition()),
                        "Maybe give each edition an id of its own; cases keep it for years.")));
            }
        }
        return List.copyOf(editions.values());
    }

    /**
     * Reads one edition.
     *
     * @param file the file
     * @param vocabulary the kinds of fact that there are
     * @return the edition
     * @throws FaultyConfigException with all the faults of the file
     */
    public static ListEdition parse(ConfigFile file, Vocabulary vocabulary) {
        List<Fault> faults = new ArrayList<>();
        YamlMap top = YamlMap.parse(file, faults);
        ListEdition edition = new ListEditionFile(top, vocabulary).read();
        top.refuseUnreadKeys();
        if (!faults.isEmpty()) {
            throw new FaultyConfigException(faults);
        }
        return edition;
    }

    private ListEdition read() {
        List<ListGround> grounds =
                top.maps("grounds").stream().map(this::ground).toList();
        if (grounds.isEmpty()) {
            top.fault("", "The list has no grounds.", "Maybe add the key (grounds).");
        }
        return new ListEdition(
                top.text("list"),
                top.text("edition"),
                bilingual(top, "title"),
                Standing.valueOf(oneOf(top, "standing", List.of("adverse", "favourable", "watch"))
                        .toUpperCase(Locale.ROOT)),
                top.flag("draft", false),
                top.flag("persons", false),
                oneOf(top, "visibility", List.of("public", "partners", "internal")),
                top.day("valid_from"),
                top.findDay("valid_to").orElse(null),
                grounds,
                top.maps("heavier_penalties").stream().map(this::heavier).toList(),
                top.maps("exclusions").stream().map(this::exclusion).toList(),
                procedure(top.map("procedure")),
                entryTerm(top.map("term")),
                top.findMap("repair").map(map -> RepairEntry.read(map, basis)).orElse(null),
                top.texts("measures"));
    }

    private static String oneOf(YamlMap map, String key, List<String> allowed) {
        String given = map.oneOf(key, allowed);
        return allowed.contains(given) ? given : allowed.getFirst();
    }

    private ListGround ground(YamlMap map) {
        String kind = map.text("kind");
        Optional<FactKind> known = vocabulary.findByName(kind);
        if (known.isEmpty()) {
            map.fault(
                    "kind",
                    "There is no kind of fact (%s).".formatted(kind),
                    Spelling.didYouMean(kind, vocabulary.names()));
        }
        int atLeast = whole(map, "at_least", 1);
        int within = whole(map, "within_days", 0);
        if (atLeast > 1 && within == 0) {
            map.fault("at_least", "Several are asked for, within no time.", "Maybe add within_days: 365.");
        }
        return new ListGround(
                id(map),
                bilingual(map, "title"),
                kind,
                map.textLists("words"),
                PENALTY_TEXTS,
                byField(map, "any_of", known.orElse(null)),
                byField(map, "none_of", known.orElse(null)),
                atLeast,
                within,
                map.flag("by_itself", false),
                map.maps("unless").stream().map(this::bar).toList(),
                map.findMap("term").map(this::entryTerm).orElse(null),
                basis.cited(map));
    }

    private ListGround.Bar bar(YamlMap map) {
        String kind = map.text("kind");
        if (vocabulary.findByName(kind).isEmpty()) {
            map.fault(
                    "kind",
                    "There is no kind of fact (%s).".formatted(kind),
                    Spelling.didYouMean(kind, vocabulary.names()));
        }
        return new ListGround.Bar(kind, whole(map, "within_months", 1));
    }

    private static Map<String, List<String>> byField(YamlMap map, String key, @Nullable FactKind kind) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        map.findMap(key)
                .ifPresent(fields -> fields.keys().forEach(field -> {
                    if (kind != null
                            && kind.fields().stream()
                                    .noneMatch(one -> one.name().equals(field))) {
                        fields.fault(
                                field,
                                "A fact of kind (%s) has no field (%s).".formatted(kind.name(), field),
                                Spelling.didYouMean(
                                        field,
                                        kind.fields().stream().map(Field::name).toList()));
                    }
                    values.put(field, fields.texts(field));
                }));
        return values;
    }

    private static int whole(YamlMap map, String key, int otherwise) {
        BigDecimal number = map.findDecimal(key).orElse(BigDecimal.valueOf(otherwise));
        if (number.signum() < 0
                || number.compareTo(BigDecimal.valueOf(100_000)) > 0
                || number.stripTrailingZeros().scale() > 0) {
            map.fault(
                    key,
                    "(%s) is not a whole number of at least 0.".formatted(number),
                    "Maybe write %s: 3.".formatted(key));
            return otherwise;
        }
        return number.intValue();
    }

    private HeavierPenalty heavier(YamlMap map) {
        return new HeavierPenalty(
                id(map), bilingual(map, "title"), map.texts("kinds"), map.textLists("words"), basis.cited(map));
    }

    private Exclusion exclusion(YamlMap map) {
        return new Exclusion(
                map.findText("division").orElse(""),
                map.decimal("fine_at_most"),
                map.findDecimal("confiscated_below").orElse(null),
                map.texts("only_kinds"),
                basis.cited(map));
    }

    private Procedure procedure(YamlMap map) {
        return new Procedure(
                findTerm(map, "answer"),
                findTerm(map, "hearing_notice"),
                findTerm(map, "consent"),
                basis.term(map, "publish"),
                basis.term(map, "take_down"),
                map.maps("weighing").stream()
                        .map(factor -> new Factor(id(factor), bilingual(factor, "title"), basis.cited(factor)))
                        .toList());
    }

    private @Nullable LegalTerm findTerm(YamlMap map, String key) {
        return map.findMap(key).map(basis::term).orElse(null);
    }

    private EntryTerm entryTerm(YamlMap map) {
        boolean fromTrigger = map.has("from")
                && oneOf(map, "from", List.of("decision", "trigger")).equals("trigger");
        return map.flag("life", false)
                ? new EntryTerm(null, basis.cited(map), fromTrigger)
                : new EntryTerm(basis.term(map), basis.cited(map), fromTrigger);
    }

    private String id(YamlMap map) {
        String id = map.text("id");
        if (!ids.add(id)) {
            map.fault(
                    "id",
                    "The id (%s) is taken.".formatted(id),
                    "Maybe give each rule an id of its own; ids are never reused.");
        }
        return id;
    }
}
