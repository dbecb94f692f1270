package dev.assay.model.prediction.supervision;

import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * How the strictness of an office moved over quarters, against all others at the same time.
 *
 * @param by which office, or which inspector
 * @param quarters its quarters in which it inspected, the earliest first
 * @param perYear how much stricter it became in a year, in log-odds
 * @param pValue how often an office that does not move gives as much
 */
public record Drift(String by, List<Quarter> quarters, Interval perYear, double pValue) {

    private static final double ROW = 0.25;
    private static final int LEAST_QUARTERS = 3;
    private static final double QUARTERS = 4;

    /** Copies the list. */
    public Drift {
        quarters = List.copyOf(quarters);
    }

    /**
     * A quarter.
     *
     * @param from its first day
     * @param rows how many inspections
     * @param found how many found
     * @param rate the share that found
     * @param adjusted how much oftener than foretold, in log-odds, after the quarter's forecasts of all were brought to its rate
     */
    public record Quarter(LocalDate from, long rows, long found, Interval rate, Interval adjusted) {}

    /**
     * Follows everyone over the quarters.
     *
     * @param rows the inspections
     * @return one for each who inspected in three quarters or more, by name
     */
    public static List<Drift> of(List<Judged> rows) {
        TreeMap<LocalDate, List<Judged>> byQuarter = new TreeMap<>();
        rows.forEach(row -> byQuarter
                .computeIfAbsent(start(row.day()), day -> new ArrayList<>())
                .add(row));
        TreeMap<String, List<Quarter>> byOffice = new TreeMap<>();
        byQuarter.forEach((from, all) -> {
            double shift = Strictness.effect(all, 0, 0).logOdds();
            Strictness.grouped(all).forEach((by, own) -> {
                PenalisedEffect effect = Strictness.effect(own, shift, ROW);
                long found = own.stream().filter(Judged::found).count();
                byOffice.computeIfAbsent(by, name -> new ArrayList<>())
                        .add(new Quarter(
                                from,
                                own.size(),
                                found,
                                Interval.share(found, own.size()),
                                Interval.normal(effect.logOdds(), effect.standardError())));
            });
        });
        return byOffice.entrySet().stream()
                .filter(entry -> entry.getValue().size() >= LEAST_QUARTERS)
                .map(entry -> of(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** A line through the quarters, each by how surely it is known; a line that fits badly widens the error. */
    private static Drift of(String by, List<Quarter> quarters) {
        double weights = 0;
        double times = 0;
        double effects = 0;
        for (Quarter quarter : quarters) {
            weights += weight(quarter);
            times += weight(quarter) * years(quarter.from());
            effects += weight(quarter) * quarter.adjusted().estimate();
        }
        double squares = 0;
        double products = 0;
        for (Quarter quarter : quarters) {
            double time = years(quarter.from()) - times / weights;
            squares += weight(quarter) * time * time;
            products += weight(quarter) * time * (quarter.adjusted().estimate() - effects / weights);
        }
        double slope = products / squares;
        double misfit = 0;
        for (Quarter quarter : quarters) {
            double time = years(quarter.from()) - times / weights;
            double far = quarter.adjusted().estimate() - effects / weights - slope * time;
            misfit += weight(quarter) * far * far;
        }
        double error = Math.sqrt(Math.max(1, misfit / (quarters.size() - 2)) / squares);
        return new Drift(by, quarters, Interval.normal(slope, error), Interval.twoSided(slope / error));
    }

    private static double weight(Quarter quarter) {
        double error = (quarter.adjusted().high() - quarter.adjusted().low()) / (2 * Interval.Z);
        return 1 / (error * error);
    }

    private static double years(LocalDate day) {
        return day.getYear() + (day.get(IsoFields.QUARTER_OF_YEAR) - 1) / QUARTERS;
    }

    private static LocalDate start(LocalDate day) {
        return LocalDate.of(day.getYear(), day.get(IsoFields.QUARTER_OF_YEAR) * 3 - 2, 1);
    }
}
