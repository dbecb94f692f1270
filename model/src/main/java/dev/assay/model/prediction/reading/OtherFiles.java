package dev.assay.model.prediction.reading;

import dev.assay.core.business.Sector;
import dev.assay.core.creditfile.CreditFile;
import dev.assay.core.fact.Fact;
import dev.assay.core.grading.FieldQuestions;
import dev.assay.core.grading.Measurements;
import dev.assay.core.grading.Quantity;
import dev.assay.core.grading.Subject;
import dev.assay.core.identity.Identity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** What stands in other files than the subject's own: the city's weather, the complaints near by. Thread-safe. */
public final class OtherFiles {

    /** Metres in a degree of latitude, and of longitude at the equator. */
    private static final double METRES_A_DEGREE = 111_320;

    /** Beyond three reaches a fact counts for next to nothing. */
    private static final double REACHES = 3;

    /** None are read. */
    public static final OtherFiles NONE = new OtherFiles(Map.of(), Map.of());

    private final Map<Identity, CreditFile> files;
    private final Map<Reading.Near, Place[]> places;
    private final Map<Asked, OptionalDouble> measured = new ConcurrentHashMap<>();

    private record Asked(Reading.Elsewhere reading, LocalDate day) {}

    private record Place(int day, double longitude, double latitude) {}

    private OtherFiles(Map<Identity, CreditFile> files, Map<Reading.Near, Place[]> places) {
        this.files = files;
        this.places = places;
    }

    /** Gathers files, one after the other. For one thread. */
    public static final class Gathering {
        private final PredictionDefinition definition;
        private final Map<Identity, CreditFile> files = new HashMap<>();
        private final Map<Reading.Near, List<Place>> places = new HashMap<>();

        /**
         * Nothing gathered yet.
         *
         * @param definition whose readings say what is needed
         */
        public Gathering(PredictionDefinition definition) {
            this.definition = definition;
        }

        /**
         * Whose files are read as a whole.
         *
         * @return their identities
         */
        public List<Identity> wanted() {
            return definition.features().stream()
                    .map(FeatureDefinition::reading)
                    .filter(Reading.Elsewhere.class::isInstance)
                    .map(reading -> ((Reading.Elsewhere) reading).file())
                    .distinct()
                    .toList();
        }

        /**
         * The kinds whose facts are wanted from every file.
         *
         * @return their names
         */
        public List<String> kinds() {
            return near().map(near -> near.facts().kind().name()).distinct().toList();
        }

        private Stream<Reading.Near> near() {
            return definition.features().stream()
                    .map(FeatureDefinition::reading)
                    .filter(Reading.Near.class::isInstance)
                    .map(Reading.Near.class::cast);
        }

        /**
         * Takes a file that is wanted as a whole.
         *
         * @param file the file
         */
        public void take(CreditFile file) {
            files.put(file.business(), file);
        }

        /**
         * Takes the facts of a wanted kind from any file.
         *
         * @param file the file
         */
        public void takePlaces(CreditFile file) {
            near().forEach(near -> file.factsOf(near.facts().kind().name())
                    .filter(fact ->
                            FieldQuestions.hold(fact.values(), near.facts().where(), fact.occurredOn()))
                    .flatMap(fact -> place(fact).stream())
                    .forEach(place ->
                            places.computeIfAbsent(near, _ -> new ArrayList<>()).add(place)));
        }

        private static Optional<Place> place(Fact fact) {
            Optional<BigDecimal> longitude = fact.values().findDecimal("longitude");
            Optional<BigDecimal> latitude = fact.values().findDecimal("latitude");
            if (longitude.isEmpty() || latitude.isEmpty()) {
                return Optional.empty();
            }
            LocalDate known = fact.knownOn().isAfter(fact.occurredOn()) ? fact.knownOn() : fact.occurredOn();
            return Optional.of(new Place(
                    Math.toIntExact(known.toEpochDay()),
                    longitude.get().doubleValue(),
                    latitude.get().doubleValue()));
        }

        /**
         * What was gathered.
         *
         * @return it, in an order that does not depend on that of the files
         */
        public OtherFiles gathered() {
            Map<Reading.Near, Place[]> sorted = new HashMap<>();
            places.forEach((near, all) -> sorted.put(
                    near,
                    all.stream()
                            .sorted(Comparator.comparingInt(Place::day)
                                    .thenComparingDouble(Place::longitude)
                                    .thenComparingDouble(Place::latitude))
                            .toArray(Place[]::new)));
            return new OtherFiles(Map.copyOf(files), sorted);
        }
    }

    /** A number of another file, of what was known before a day; NaN where there is nothing to read. */
    double measure(Reading.Elsewhere reading, LocalDate day) {
        return measured.computeIfAbsent(new Asked(reading, day), this::measure).orElse(Double.NaN);
    }

    private OptionalDouble measure(Asked asked) {
        CreditFile file = files.get(asked.reading().file());
        if (file == null) {
            return OptionalDouble.empty();
        }
        List<Fact> before = file.facts().stream()
                .filter(fact -> fact.occurredOn().isBefore(asked.day())
                        && fact.knownOn().isBefore(asked.day()))
                .toList();
        CreditFile past = new CreditFile(file.business(), asked.day(), file.knownAt(), before);
        return number(
                Measurements.of(past, new Subject(file.business(), file.business(), Sector.OTHER)),
                asked.reading().quantity());
    }

    static OptionalDouble number(Measurements measurements, Quantity quantity) {
        return measurements
                .measure(quantity)
                .map(number -> OptionalDouble.of(number.toDecimal().doubleValue()))
                .orElse(OptionalDouble.empty());
    }

    /** The density of facts around a place in the days before a day. */
    double near(Reading.Near near, double longitude, double latitude, LocalDate day) {
        Place[] all = places.getOrDefault(near, new Place[0]);
        int before = Math.toIntExact(day.toEpochDay());
        double wide = METRES_A_DEGREE * StrictMath.cos(StrictMath.toRadians(latitude));
        double sum = 0;
        for (int i = from(all, before - near.days()); i < all.length && all[i].day() < before; i++) {
            double east = (all[i].longitude() - longitude) * wide / near.reach();
            double north = (all[i].latitude() - latitude) * METRES_A_DEGREE / near.reach();
            double square = east * east + north * north;
            if (square < REACHES * REACHES) {
                sum += StrictMath.exp(-square / 2);
            }
        }
        return sum;
    }

    /** The place of the first that happened on a day or after it. */
    private static int from(Place[] all, int day) {
        int low = 0;
        int high = all.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (all[middle].day() < day) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
