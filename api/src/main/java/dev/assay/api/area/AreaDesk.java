package dev.assay.api.area;

import dev.assay.api.AuthorityClock;
import dev.assay.api.access.Viewer;
import dev.assay.api.problem.NotThere;
import dev.assay.batch.area.AreaFigures;
import dev.assay.batch.area.AreaWish;
import dev.assay.core.area.Period;
import dev.assay.core.division.Divisions;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Figures of areas, kept to the divisions for which the viewer acts. */
@Component
public class AreaDesk {

    /** How all divisions are asked for, where no word means the viewer's own. */
    public static final String ALL = "*";

    private final AreaFigures figures;
    private final Divisions divisions;
    private final AuthorityClock clock;

    AreaDesk(AreaFigures figures, Divisions divisions, AuthorityClock clock) {
        this.figures = figures;
        this.divisions = divisions;
        this.clock = clock;
    }

    /**
     * What is asked for, as it was written.
     *
     * @param division a code, its beginning, {@value #ALL}, or empty for the viewer's own area
     * @param from the first day; null for a year ago
     * @param to the last day; null for today
     * @param asOf the day as of which things stand; null for the last day, or today if that is to come
     */
    public record Asked(
            String division,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable LocalDate asOf) {}

    /**
     * The figures.
     *
     * @return them
     */
    public AreaFigures figures() {
        return figures;
    }

    /**
     * The area and the days that are meant.
     *
     * @param asked what was written
     * @param viewer who asks
     * @return them
     * @throws NotThere if the viewer does not act for the area
     * @throws IllegalArgumentException if the code or the days cannot be
     */
    public AreaWish wish(Asked asked, Viewer viewer) {
        String area = asked.division().equals(ALL)
                ? ""
                : asked.division().isBlank() ? own(viewer) : AreaWish.beginning(asked.division());
        if (!area.isEmpty() && !viewer.mayActFor(area)) {
            throw new NotThere(
                    "There are no figures of the division (%s) for this login.%nMaybe take one of your own divisions."
                            .formatted(asked.division()));
        }
        LocalDate today = clock.today();
        LocalDate to = asked.to() == null ? today : asked.to();
        LocalDate from = asked.from() == null ? to.minusYears(1).plusDays(1) : asked.from();
        LocalDate asOf = asked.asOf() == null ? (to.isBefore(today) ? to : today) : asked.asOf();
        List<String> beginnings = area.isEmpty() ? viewer.scope().beginnings() : AreaWish.beginnings(area, divisions);
        return new AreaWish(area, beginnings, new Period(from, to, asOf), clock.now());
    }

    /** The only division of the login, whose earlier codes stand beside its own; else what all codes begin with, where the login is for every one. */
    private String own(Viewer viewer) {
        if (viewer.scope().isEverywhere()) {
            return figures.commonBeginning();
        }
        List<String> areas = viewer.scope().beginnings().stream()
                .map(code -> AreaWish.beginning(divisions.newest(code)))
                .distinct()
                .toList();
        return areas.size() == 1 ? areas.getFirst() : "";
    }
}
