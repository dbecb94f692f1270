package dev.assay.api.warning;

import dev.assay.api.AuthorityClock;
import dev.assay.api.access.Viewer;
import dev.assay.api.problem.GivenText;
import dev.assay.api.problem.NotThere;
import dev.assay.core.listing.Decision;
import dev.assay.store.audit.Acting;
import dev.assay.store.warning.AlarmMovedException;
import dev.assay.store.warning.AlarmRow;
import dev.assay.store.warning.StoredAlarm;
import dev.assay.store.warning.TrendAlarms;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The alarms that a viewer sees, and the moves that people make. One of a division is for those who act for it; one of a product, an item or a
 * trade is for everyone of the authority, who sees of its failures those of the own divisions.
 */
@Component
public class WarningDesk {

    private static final int LONGEST_NAME = 190;

    private final TrendAlarms alarms;
    private final AuthorityClock clock;

    WarningDesk(TrendAlarms alarms, AuthorityClock clock) {
        this.alarms = alarms;
        this.clock = clock;
    }

    /**
     * Alarms.
     *
     * @param open only those that are not closed
     * @param viewer who looks
     * @return them, the newest first
     */
    public List<StoredAlarm> list(boolean open, Viewer viewer) {
        return alarms.list(open, viewer.scope().beginnings());
    }

    /**
     * How many alarms are not closed.
     *
     * @param viewer who looks
     * @return the number
     */
    public int open(Viewer viewer) {
        return alarms.countOpen(viewer.scope().beginnings());
    }

    /**
     * When trends were last looked for.
     *
     * @return the last day of the newest period that was looked at, or empty
     */
    public Optional<LocalDate> lastLook() {
        return alarms.lastLook();
    }

    /**
     * An alarm.
     *
     * @param id its number
     * @param viewer who looks
     * @return it
     * @throws NotThere if there is none, or it is about another's division
     */
    public StoredAlarm get(long id, Viewer viewer) {
        return alarms.find(id)
                .filter(alarm -> alarm.division() == null || viewer.mayActFor(alarm.division()))
                .orElseThrow(() -> new NotThere(
                        "There is no alarm with the number (%d).%nMaybe look for it on the page of warnings."
                                .formatted(id)));
    }

    /**
     * The failures behind an alarm that are the viewer's to see.
     *
     * @param alarm the alarm
     * @param viewer who looks
     * @return them, by day
     */
    public List<AlarmRow> rows(StoredAlarm alarm, Viewer viewer) {
        return alarms.rows(alarm, viewer.scope().beginnings());
    }

    private StoredAlarm seen(long id, int revision, Viewer viewer) {
        StoredAlarm alarm = get(id, viewer);
        if (alarm.revision() != revision) {
            throw new AlarmMovedException(id);
        }
        return alarm;
    }

    private Acting acting(Viewer viewer) {
        return new Acting(viewer.name(), clock.now());
    }

    /**
     * Hands an alarm to somebody.
     *
     * @param id its number
     * @param revision as it was seen
     * @param to to whom
     * @param due by when, not before today
     * @param viewer who does it
     * @throws IllegalArgumentException if that cannot be
     */
    public void dispatch(long id, int revision, String to, LocalDate due, Viewer viewer) {
        StoredAlarm alarm = seen(id, revision, viewer);
        if (due.isBefore(clock.today())) {
            throw new IllegalArgumentException(
                    "The day (%s) has passed.%nMaybe give a day from today on.".formatted(due));
        }
        alarms.dispatch(
                alarm,
                GivenText.of(to, LONGEST_NAME, "name of who gets it", "write it into the box"),
                due,
                acting(viewer));
    }

    /**
     * Writes down what was done.
     *
     * @param id its number
     * @param revision as it was seen
     * @param done what was done
     * @param viewer who does it
     * @throws IllegalArgumentException if that cannot be
     */
    public void handle(long id, int revision, String done, Viewer viewer) {
        alarms.handle(
                seen(id, revision, viewer),
                GivenText.of(done, Decision.LONGEST_REASON, "account of what was done", "say it in a sentence"),
                acting(viewer));
    }

    /**
     * Strikes an alarm off.
     *
     * @param id its number
     * @param revision as it was seen
     * @param note why it is over
     * @param viewer who does it, another person than who handled it
     * @throws IllegalArgumentException if that cannot be
     */
    public void close(long id, int revision, String note, Viewer viewer) {
        alarms.close(seen(id, revision, viewer), GivenText.reason(note, "say why it is over"), acting(viewer));
    }
}
