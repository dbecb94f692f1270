package dev.assay.core.listing;

import dev.assay.core.time.WorkingDays;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The editions of all lists, and the calendar by which their terms run. */
public final class ListRules {

    private final Map<String, ListEdition> byEdition;
    private final WorkingDays calendar;

    /**
     * Rules.
     *
     * @param editions the editions, each with an id of its own
     * @param calendar the working days
     */
    public ListRules(List<ListEdition> editions, WorkingDays calendar) {
        this.byEdition = editions.stream()
                .collect(Collectors.toMap(
                        ListEdition::edition, Function.identity(), (one, other) -> one, LinkedHashMap::new));
        this.calendar = calendar;
    }

    /**
     * The editions.
     *
     * @return them, in the order in which they were given
     */
    public List<ListEdition> editions() {
        return List.copyOf(byEdition.values());
    }

    /**
     * The calendar.
     *
     * @return the working days
     */
    public WorkingDays calendar() {
        return calendar;
    }

    /**
     * An edition.
     *
     * @param edition its id
     * @return it, or empty if it is not configured any more
     */
    public Optional<ListEdition> find(String edition) {
        return Optional.ofNullable(byEdition.get(edition));
    }

    /**
     * The edition under which a case began.
     *
     * @param edition its id
     * @return it
     * @throws IllegalStateException if it is not configured any more
     */
    public ListEdition get(String edition) {
        return find(edition)
                .orElseThrow(() -> new IllegalStateException(
                        "The edition (%s) is not configured, and a case began under it.%nMaybe put its file back into config/measures."
                                .formatted(edition)));
    }

    /**
     * Under what a case runs.
     *
     * @param edition the edition under which it began
     * @param ground the ground that proposed it
     * @param trigger the day of what proposed it
     * @return the procedure, the term and the calendar
     * @throws IllegalStateException if the edition is not configured any more
     */
    public ListingStep.Rules of(String edition, String ground, LocalDate trigger) {
        ListEdition under = get(edition);
        return new ListingStep.Rules(under.procedure(), under.termOf(ground), trigger, calendar);
    }
}
