package dev.assay.batch.matching;

import dev.assay.batch.matching.MatchScore.Limit;
import dev.assay.batch.matching.MatchScore.LimitReason;
import dev.assay.batch.matching.MatchScore.Part;
import dev.assay.batch.matching.NameParts.Label;
import dev.assay.core.division.Divisions;
import dev.assay.model.config.ConfigFiles;
import dev.assay.model.division.DivisionsFile;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;

/** Scores a candidate against what was asked: the name's parts, the division, the address. */
public final class Comparison {

    private static final double CONTRADICTS = 0.35;

    private final MatchingRules rules;
    private final NameWords words;
    private final NameParser parser;
    private final AddressComparison addresses;
    private final Divisions divisions;

    /**
     * A comparison with the words and rules of a configuration.
     *
     * @param files the configuration
     */
    public Comparison(ConfigFiles files) {
        this(files, MatchingRules.PACKAGED);
    }

    /**
     * A comparison with rules of its own.
     *
     * @param files the configuration
     * @param thresholds the id of the file with the rules
     */
    public Comparison(ConfigFiles files, String thresholds) {
        this.rules = MatchingRules.of(files, thresholds);
        this.words = NameWords.of(files);
        this.divisions = DivisionsFile.load(files);
        Gazetteer gazetteer = Gazetteer.packaged();
        this.parser = new NameParser(words, gazetteer);
        this.addresses = new AddressComparison(gazetteer, words);
    }

    MatchingRules rules() {
        return rules;
    }

    NameParser parser() {
        return parser;
    }

    AddressComparison addresses() {
        return addresses;
    }

    /**
     * Scores one candidate.
     *
     * @param asked what was asked
     * @param candidate the candidate
     * @return the score with its parts
     */
    public MatchScore score(Asked asked, Candidate candidate) {
        return score(asked, parser.parse(asked.name()), candidate);
    }

    MatchScore score(Asked asked, NameParts name, Candidate candidate) {
        NameParts found = parser.parse(candidate.name());
        List<Part> parts = new ArrayList<>();
        List<Limit> limits = new ArrayList<>();
        if (name.key().isEmpty() || found.key().isEmpty()) {
            return new MatchScore(0, parts, limits, 0);
        }
        boolean fullName = false;
        boolean saysLess = false;
        boolean common = !found.has(Label.REGION) && !found.has(Label.FORM);
        if (name.words().isEmpty() && found.words().isEmpty()) {
            HanComparison han = HanComparison.of(rules, words, name, found, regions(candidate.division()));
            parts.addAll(han.parts());
            limits.addAll(han.limits());
            saysLess = han.saysLess();
            fullName = han.isEqual() && found.has(Label.REGION) && found.has(Label.FORM);
        } else {
            LatinComparison.compare(rules, name, found, parts, limits);
        }
        division(asked, candidate, parts, limits);
        boolean told = address(asked, candidate, fullName, parts, limits);
        if (common && !told && !asked.address().isBlank()) {
            limits.add(new Limit(LimitReason.ADDRESS_NOT_TO_BE_COMPARED, rules.reviewAtMost()));
        }
        return MatchScore.of(parts, limits, saysLess ? rules.review() : 0);
    }

    private void division(Asked asked, Candidate candidate, List<Part> parts, List<Limit> limits) {
        if (asked.division().isEmpty() || candidate.division().isEmpty()) {
            return;
        }
        // A record of before a change names the old code of the same place.
        String one = Place.significant(divisions.newest(asked.division()));
        String other = Place.significant(divisions.newest(candidate.division()));
        double likeness = one.startsWith(other) || other.startsWith(one)
                ? 1
                : sameStart(one, other, 4) ? 0.7 : sameStart(one, other, 2) ? 0.3 : 0;
        add(PartKind.DIVISION, asked.division(), candidate.division(), likeness, parts);
        if (likeness == 0) {
            limits.add(new Limit(LimitReason.OTHER_PROVINCE, rules.reviewAtMost()));
        }
    }

    /** The significant digits of all codes that the division of a code ever had. */
    private Set<String> regions(String code) {
        return code.isEmpty()
                ? Set.of()
                : divisions.codesOf(code).stream().map(Place::significant).collect(Collectors.toSet());
    }

    private static boolean sameStart(String one, String other, int length) {
        return one.length() >= length && one.length() == other.length() && one.regionMatches(0, other, 0, length);
    }

    /** Whether the addresses could be compared. */
    private boolean address(Asked asked, Candidate candidate, boolean fullName, List<Part> parts, List<Limit> limits) {
        OptionalDouble likeness = addresses.compare(asked.address(), candidate.address());
        if (likeness.isEmpty()) {
            return false;
        }
        // Nobody else in its division may have a company's full name, wherever it was met.
        double counted = fullName ? Math.max(0.5, likeness.getAsDouble()) : likeness.getAsDouble();
        add(PartKind.ADDRESS, asked.address(), candidate.address(), counted, parts);
        if (counted < CONTRADICTS) {
            limits.add(new Limit(LimitReason.OTHER_ADDRESS, rules.reviewAtMost()));
        }
        return true;
    }

    private void add(PartKind kind, String one, String other, double likeness, List<Part> parts) {
        if (rules.weight(kind) > 0) {
            parts.add(new Part(kind, one, other, likeness, rules.weight(kind)));
        }
    }
}
