package dev.assay.model.prediction.reading;

import dev.assay.core.business.Sector;
import dev.assay.core.creditfile.CreditFile;
import dev.assay.core.creditfile.Life;
import dev.assay.core.fact.Fact;
import dev.assay.core.fact.FactKinds;
import dev.assay.core.fact.Values;
import dev.assay.core.grading.Direction;
import dev.assay.core.grading.FieldQuestions;
import dev.assay.core.grading.GradingModel;
import dev.assay.core.grading.Measurements;
import dev.assay.core.grading.Rating;
import dev.assay.core.grading.RatingEngine;
import dev.assay.core.grading.Subject;
import dev.assay.core.identity.MatchingKey;
import dev.assay.model.prediction.FeatureValues;
import dev.assay.model.prediction.Observation;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes rows of credit files. A row for an inspection holds what had happened, and had been made known by its source, before the day of the
 * inspection; of the day itself only what the definition names as at hand. Thread-safe.
 */
public final class FeatureReader {

    /** Half a fact of nothing draws an average of few towards nought. */
    private static final double DRAWN_TO_NOUGHT = 0.5;

    private static final int WORDS_OF_A_CHAIN = 2;
    private static final Set<String> LEGAL_FORMS = Set.of("inc", "llc", "corp", "co", "the", "ltd");

    private final PredictionDefinition definition;
    private final OtherFiles others;

    /**
     * A reader.
     *
     * @param definition what is read
     * @param others what stands in other files
     */
    public FeatureReader(PredictionDefinition definition, OtherFiles others) {
        this.definition = definition;
        this.others = others;
    }

    /**
     * A row for each inspection of a business.
     *
     * @param whole all that is known now
     * @return the rows, oldest first
     */
    public List<Draft> looks(CreditFile whole) {
        return definition.outcome().looksIn(whole).stream()
                .map(look -> look(whole, look))
                .toList();
    }

    /**
     * The values on a day on which nobody comes: what had happened and had been made known before it. Of the day itself nothing is read.
     *
     * @param whole all that is known now
     * @param day the day
     * @return the values, as far as they stand in the file
     */
    public Row asOf(CreditFile whole, LocalDate day) {
        List<Fact> known = whole.facts().stream()
                .filter(fact -> isKnown(fact, day))
                .filter(fact -> !fact.kind().equals(FactKinds.GRADE_OVERRIDE.name()))
                .toList();
        return row(new CreditFile(whole.business(), day, whole.knownAt(), known), day);
    }

    private Draft look(CreditFile whole, Fact look) {
        LocalDate day = look.occurredOn();
        CreditFile past = cut(whole, day);
        Row row = row(past, day);
        boolean found = definition.outcome().isFound(look, whole);
        Map<String, String> strata = strata(past);
        LocalDate known = look.knownOn().isAfter(day) ? look.knownOn() : day;
        return new Draft(
                new Observation(
                        whole.business(),
                        key(look),
                        day,
                        row.values(),
                        found,
                        inspector(whole, look),
                        strata,
                        rulesScore(past, day, row.values())),
                new Draft.Look(known, found, row.around()));
    }

    private Map<String, String> strata(CreditFile past) {
        Measurements measurements = measurements(past);
        Map<String, String> strata = new LinkedHashMap<>();
        definition
                .strata()
                .forEach((name, stratum) ->
                        text(stratum.text(), measurements).ifPresent(text -> strata.put(name, text)));
        return strata;
    }

    /**
     * A row for a business as if it were inspected on a day: what is foretold of it. Nothing was found yet, so that it counts for nobody else.
     *
     * @param whole all that is known now
     * @param day the day
     * @return the row; empty where the business is closed, or nobody ever looked at it as the definition means it and the definition does not
     *     ask for such businesses
     */
    public Optional<Draft> standing(CreditFile whole, LocalDate day) {
        boolean meant = definition.use().identities().contains(whole.business().scheme())
                || !definition.outcome().looksIn(whole).isEmpty();
        if (!meant || Life.of(whole).closed() != null) {
            return Optional.empty();
        }
        CreditFile past = cut(whole, day);
        Row row = row(past, day);
        return Optional.of(new Draft(
                new Observation(whole.business(), "", day, row.values(), false, null, strata(past), null),
                new Draft.Look(day, false, row.around())));
    }

    /** What was known before the day, and of the day itself what is at hand when somebody is sent. */
    private CreditFile cut(CreditFile whole, LocalDate day) {
        List<Fact> known = whole.facts().stream()
                .filter(fact -> isKnown(fact, day) || isAtHand(fact, day))
                .filter(fact -> !fact.kind().equals(FactKinds.GRADE_OVERRIDE.name()))
                .toList();
        return new CreditFile(whole.business(), day, whole.knownAt(), known);
    }

    private static boolean isKnown(Fact fact, LocalDate day) {
        return fact.occurredOn().isBefore(day) && fact.knownOn().isBefore(day);
    }

    private boolean isAtHand(Fact fact, LocalDate day) {
        return fact.occurredOn().equals(day) && definition.atHand().contains(fact.kind());
    }

    private String key(Fact look) {
        Object key = definition.key() == null
                ? null
                : look.values().fields().get(definition.key().name());
        return key == null ? look.source().toString() : key.toString();
    }

    private @Nullable String inspector(CreditFile whole, Fact look) {
        PredictionDefinition.Inspector who = definition.inspector();
        return who == null
                ? null
                : whole.factsOf(who.kind())
                        .filter(fact -> fact.occurredOn().equals(look.occurredOn()))
                        .filter(fact -> isSame(who, fact.values(), look.values()))
                        .flatMap(fact -> fact.values().findText(who.field().name()).stream())
                        .findFirst()
                        .orElse(null);
    }

    private static boolean isSame(PredictionDefinition.Inspector who, Values one, Values other) {
        return who.same() == null
                || (one.fields().containsKey(who.same().name())
                        && one.fields()
                                .get(who.same().name())
                                .equals(other.fields().get(who.same().name())));
    }

    /** As of the day before: the rules grade what was known then. */
    private @Nullable Double rulesScore(CreditFile past, LocalDate day, FeatureValues values) {
        GradingModel model = definition.rules().model();
        if (model == null) {
            return points(values);
        }
        CreditFile eve = new CreditFile(
                past.business(),
                day.minusDays(1),
                past.knownAt(),
                past.facts().stream().filter(fact -> isKnown(fact, day)).toList());
        for (Subject subject : model.subjects(eve)) {
            Rating rating = RatingEngine.rateOnly(eve, subject, model);
            BigDecimal score = rating.score();
            if (score != null) {
                boolean riskier = model.direction() == Direction.HIGHER_IS_WORSE;
                return riskier ? score.doubleValue() : -score.doubleValue();
            }
        }
        return null;
    }

    private double points(FeatureValues values) {
        double sum = 0;
        for (int i = 0; i < definition.features().size(); i++) {
            double each = definition
                    .rules()
                    .points()
                    .getOrDefault(definition.features().get(i).feature().id(), 0d);
            sum += each == 0 || Double.isNaN(values.numbers()[i]) ? 0 : each * values.numbers()[i];
        }
        return sum;
    }

    /**
     * The values of a row, as far as they stand in the file.
     *
     * @param values the values; NaN in the place of what was found elsewhere
     * @param around of each rate, what the business has alike with others; null where nothing tells
     */
    @SuppressWarnings("ArrayRecordComponent") // millions are made; the array is never shared with one who writes
    public record Row(FeatureValues values, @Nullable String[] around) {

        /**
         * Puts in what was found elsewhere.
         *
         * @param definition the definition
         * @param surroundings what was found elsewhere
         * @param day the day of the inspection
         * @return the whole values
         */
        public FeatureValues complete(PredictionDefinition definition, Surroundings surroundings, LocalDate day) {
            double[] numbers = values.numbers().clone();
            int rate = 0;
            for (int i = 0; i < numbers.length; i++) {
                if (definition.features().get(i).reading() instanceof Reading.Rate) {
                    String alike = around[rate];
                    numbers[i] = alike == null ? Double.NaN : surroundings.rate(rate, alike, day);
                    rate++;
                }
            }
            return new FeatureValues(numbers, values.texts());
        }
    }

    private static Measurements measurements(CreditFile past) {
        return Measurements.of(past, new Subject(past.business(), past.business(), Sector.OTHER));
    }

    private Row row(CreditFile past, LocalDate day) {
        Measurements measurements = measurements(past);
        int count = definition.features().size();
        double[] numbers = new double[count];
        Arrays.fill(numbers, Double.NaN);
        @Nullable String[] texts = new @Nullable String[count];
        for (int i = 0; i < count; i++) {
            switch (definition.features().get(i).reading()) {
                case Reading.Measured(var quantity) ->
                    numbers[i] = OtherFiles.number(measurements, quantity).orElse(Double.NaN);
                case Reading.Elsewhere elsewhere -> numbers[i] = others.measure(elsewhere, day);
                case Reading.Recent recent -> numbers[i] = recent(recent, measurements, day);
                case Reading.Text text -> texts[i] = text(text, measurements).orElse(null);
                case Reading.Month() -> texts[i] = "%02d".formatted(day.getMonthValue());
                case Reading.Near near -> numbers[i] = near(near, past, day);
                case Reading.Rate _ -> {
                    // Comes from other files, when all have been read.
                }
            }
        }
        @Nullable
        String[] around = definition.rates().stream()
                .map(rate -> text(rate.around(), measurements).orElse(null))
                .toArray(String[]::new);
        return new Row(new FeatureValues(numbers, texts), around);
    }

    private static double recent(Reading.Recent recent, Measurements measurements, LocalDate day) {
        List<Fact> facts = measurements.findAll(recent.facts());
        if (facts.isEmpty()) {
            return Double.NaN;
        }
        double weights = 0;
        double sum = 0;
        for (Fact fact : facts) {
            long age = day.toEpochDay() - fact.occurredOn().toEpochDay();
            double weight = StrictMath.pow(0.5, age / recent.halfLife());
            weights += weight;
            sum += weight * Math.min(recent.most(), has(recent, fact));
        }
        return recent.averaged() ? sum / (weights + DRAWN_TO_NOUGHT) : sum;
    }

    private static double has(Reading.Recent recent, Fact fact) {
        if (recent.items() == null) {
            return FieldQuestions.hold(fact.values(), recent.where(), fact.occurredOn()) ? 1 : 0;
        }
        double sum = 0;
        for (Values item : fact.values().getItems(recent.items().name())) {
            if (FieldQuestions.hold(item, recent.where(), fact.occurredOn())) {
                sum += recent.times() == null
                        ? 1
                        : item.findDecimal(recent.times().name())
                                .map(BigDecimal::doubleValue)
                                .orElse(0d);
            }
        }
        return sum;
    }

    private double near(Reading.Near near, CreditFile past, LocalDate day) {
        Optional<Values> described = past.describe();
        Optional<BigDecimal> longitude = described.flatMap(values -> values.findDecimal("longitude"));
        Optional<BigDecimal> latitude = described.flatMap(values -> values.findDecimal("latitude"));
        return longitude.isEmpty() || latitude.isEmpty()
                ? Double.NaN
                : others.near(
                        near, longitude.get().doubleValue(), latitude.get().doubleValue(), day);
    }

    private static Optional<String> text(Reading.Text text, Measurements measurements) {
        return measurements
                .findNewest(text.facts())
                .flatMap(fact -> text.fields().stream()
                        .flatMap(field ->
                                Stream.ofNullable(fact.values().fields().get(field.name())))
                        .findFirst()
                        .map(value -> form(value, text.form()))
                        .filter(formed -> !formed.isEmpty()));
    }

    private static String form(Object value, Reading.Form form) {
        String text =
                value instanceof BigDecimal number ? number.stripTrailingZeros().toPlainString() : value.toString();
        return switch (form) {
            case AS_WRITTEN -> text;
            case FOLDED -> MatchingKey.of(text);
            case TWO_WORDS ->
                Arrays.stream(text.toLowerCase(Locale.ROOT).split("[\\s/]+", -1))
                        .map(word -> MatchingKey.of(word).replaceAll("\\d", ""))
                        .filter(word -> !word.isEmpty() && !LEGAL_FORMS.contains(word))
                        .limit(WORDS_OF_A_CHAIN)
                        .collect(Collectors.joining(" "));
        };
    }
}
