package dev.assay.store.warning;

import static dev.assay.store.schema.Tables.BUSINESS;
import static dev.assay.store.schema.Tables.FACT;
import static dev.assay.store.schema.Tables.TREND_ALARM;
import static dev.assay.store.schema.Tables.TREND_ALARM_ROW;
import static dev.assay.store.schema.Tables.TREND_LOOK;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.noCondition;

import dev.assay.core.fact.FactKinds;
import dev.assay.core.fact.Values;
import dev.assay.core.identity.Identity;
import dev.assay.core.warning.Against;
import dev.assay.core.warning.Against.Samples;
import dev.assay.core.warning.AlarmState;
import dev.assay.core.warning.Trend;
import dev.assay.core.warning.Trend.Dimension;
import dev.assay.core.warning.TrendRules;
import dev.assay.core.warning.TrendSearch.Found;
import dev.assay.core.warning.TrendSearch.Rise;
import dev.assay.store.audit.Acting;
import dev.assay.store.audit.AuditAct;
import dev.assay.store.audit.AuditLog;
import dev.assay.store.fact.FactJson;
import dev.assay.store.register.Within;
import dev.assay.store.time.UtcTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/** The alarms of trends. Whoever moves one names the revision that was seen; every move stands in the audit log. */
public final class TrendAlarms {

    /** Under which name the daily job stands in the audit log. */
    public static final String JOB = "daily";

    private final DSLContext dsl;

    /**
     * The alarms of a database.
     *
     * @param dsl the database
     */
    public TrendAlarms(DSLContext dsl) {
        this.dsl = dsl;
    }

    /**
     * A failure that made a series.
     *
     * @param fact the fact's number
     * @param business the store's key of the business in whose file it was read
     * @param holder the store's key of the business under which the fact stands: another one where that was merged
     */
    public record Behind(long fact, long business, long holder) {}

    /**
     * Whether a period was looked at.
     *
     * @param rules the rules' id
     * @param end the last day of the period
     * @return true if it was
     */
    public boolean isLooked(String rules, LocalDate end) {
        return dsl.fetchExists(TREND_LOOK, TREND_LOOK.RULES.eq(rules).and(TREND_LOOK.PERIOD_END.eq(end)));
    }

    /**
     * Whether failures are known from early enough.
     *
     * @param day the day
     * @return true if any failed sample is from before it
     */
    public boolean hasFailureBefore(LocalDate day) {
        return dsl.fetchExists(
                FACT, FACT.KIND.eq(FactKinds.SAMPLING_RESULT.name()).and(FACT.OCCURRED_ON.lt(day)));
    }

    /**
     * Notes a look and its alarms, all or nothing.
     *
     * @param rules the rules
     * @param end the last day of the newest period
     * @param found what was found
     * @param behind the failures of the newest period of each series that rises
     * @param at when
     * @throws org.jooq.exception.IntegrityConstraintViolationException if the period was looked at already
     */
    public void note(TrendRules rules, LocalDate end, Found found, Map<Trend, List<Behind>> behind, Instant at) {
        dsl.transaction(configuration -> {
            DSLContext tx = configuration.dsl();
            AuditLog.await(tx);
            tx.insertInto(TREND_LOOK)
                    .set(TREND_LOOK.RULES, rules.id())
                    .set(TREND_LOOK.PERIOD_END, end)
                    .set(TREND_LOOK.LOOKED_AT, UtcTime.column(at))
                    .set(TREND_LOOK.TESTED, found.tested())
                    .set(TREND_LOOK.ALARMS, found.rises().size())
                    .execute();
            for (Rise rise : found.rises()) {
                raise(tx, rules, end, found.tested(), rise, at);
                long id = tx.lastID().longValue();
                for (Behind row : behind.getOrDefault(rise.trend(), List.of())) {
                    tx.insertInto(TREND_ALARM_ROW)
                            .set(TREND_ALARM_ROW.ALARM_ID, id)
                            .set(TREND_ALARM_ROW.FACT_ID, row.fact())
                            .set(TREND_ALARM_ROW.BUSINESS_KEY, row.business())
                            .set(TREND_ALARM_ROW.HOLDER, row.holder())
                            .execute();
                }
                Map<String, Object> detail = Map.of(
                        "dimension", rise.trend().dimension().name(),
                        "series", rise.trend().series());
                AuditLog.note(
                        tx, new AuditAct(JOB, "alarm-raised", StoredAlarm.auditSubject(id), Values.of(detail)), at);
            }
        });
    }

    private static void raise(DSLContext tx, TrendRules rules, LocalDate end, int tested, Rise rise, Instant at) {
        Against against = rise.trend().against();
        Samples samples = against.samples();
        LocalDate first = against.years() > 0 ? rules.seasonal(end).getLast().from() : rules.pastStart(end);
        tx.insertInto(TREND_ALARM)
                .set(TREND_ALARM.RULES, rules.id())
                .set(TREND_ALARM.DIMENSION, rise.trend().dimension().name())
                .set(TREND_ALARM.SERIES, rise.trend().series())
                .set(TREND_ALARM.FROM_DAY, rules.newestStart(end))
                .set(TREND_ALARM.TO_DAY, end)
                .set(TREND_ALARM.PAST_FROM, first)
                .set(TREND_ALARM.PAST_PERIODS, against.periods())
                .set(TREND_ALARM.SEASON_YEARS, against.years())
                .set(TREND_ALARM.NEWEST_SAMPLES, samples == null ? null : samples.newest())
                .set(TREND_ALARM.PAST_SAMPLES, samples == null ? null : samples.past())
                .set(TREND_ALARM.NEWEST, rise.trend().newest())
                .set(TREND_ALARM.PAST, rise.trend().past())
                .set(TREND_ALARM.CHANCE, rise.chance().toString())
                .set(TREND_ALARM.HELD, rise.limit().toString())
                .set(TREND_ALARM.TESTED, tested)
                .set(TREND_ALARM.RATE, rules.rate().toString())
                .set(TREND_ALARM.STATE, AlarmState.RAISED.name())
                .set(TREND_ALARM.REVISION, 1)
                .set(TREND_ALARM.RAISED_AT, UtcTime.column(at))
                .execute();
    }

    /**
     * An alarm.
     *
     * @param id its number
     * @return it, or empty
     */
    public Optional<StoredAlarm> find(long id) {
        return dsl.selectFrom(TREND_ALARM).where(TREND_ALARM.ALARM_ID.eq(id)).fetchOptional(AlarmRecord::alarm);
    }

    /**
     * Alarms, the newest first.
     *
     * @param open only those that are not closed
     * @param divisions how the codes may begin of those that are about one division; none for any
     * @return them
     */
    public List<StoredAlarm> list(boolean open, List<String> divisions) {
        return dsl.selectFrom(TREND_ALARM)
                .where(wanted(open, divisions))
                .orderBy(TREND_ALARM.ALARM_ID.desc())
                .fetch(AlarmRecord::alarm);
    }

    /**
     * How many alarms are not closed.
     *
     * @param divisions how the codes may begin of those that are about one division; none for any
     * @return the number that {@link #list} lists
     */
    public int countOpen(List<String> divisions) {
        return dsl.fetchCount(TREND_ALARM, wanted(true, divisions));
    }

    private static Condition wanted(boolean open, List<String> divisions) {
        Condition own = divisions.isEmpty()
                ? noCondition()
                : TREND_ALARM
                        .DIMENSION
                        .ne(Dimension.DIVISION.name())
                        .or(Within.divisions(TREND_ALARM.SERIES, divisions));
        return open ? own.and(TREND_ALARM.STATE.ne(AlarmState.CLOSED.name())) : own;
    }

    /**
     * When trends were last looked for.
     *
     * @return the last day of the newest period that was looked at, or empty
     */
    public Optional<LocalDate> lastLook() {
        return Optional.ofNullable(dsl.select(max(TREND_LOOK.PERIOD_END))
                .from(TREND_LOOK)
                .fetchSingle()
                .value1());
    }

    /**
     * The failures behind an alarm.
     *
     * @param alarm the alarm
     * @param divisions how the codes of the businesses' divisions may begin; none for any
     * @return them, by day
     */
    public List<AlarmRow> rows(StoredAlarm alarm, List<String> divisions) {
        return dsl.select(
                        FACT.FACT_ID,
                        FACT.OCCURRED_ON,
                        FACT.CONTENT,
                        BUSINESS.SCHEME,
                        BUSINESS.IDENTITY,
                        BUSINESS.NAME,
                        BUSINESS.DIVISION)
                .from(TREND_ALARM_ROW)
                .join(FACT)
                .on(FACT.BUSINESS_KEY.eq(TREND_ALARM_ROW.HOLDER).and(FACT.FACT_ID.eq(TREND_ALARM_ROW.FACT_ID)))
                .join(BUSINESS)
                .on(BUSINESS.BUSINESS_KEY.eq(TREND_ALARM_ROW.BUSINESS_KEY))
                .where(TREND_ALARM_ROW.ALARM_ID.eq(alarm.id()))
                .and(Within.divisions(BUSINESS.DIVISION, divisions))
                .orderBy(FACT.OCCURRED_ON, FACT.FACT_ID)
                .fetch(row -> {
                    Values values = FactJson.read(row.get(FACT.CONTENT));
                    return new AlarmRow(
                            row.get(FACT.FACT_ID),
                            new Identity(row.get(BUSINESS.SCHEME), row.get(BUSINESS.IDENTITY)),
                            row.get(BUSINESS.NAME),
                            Objects.requireNonNullElse(row.get(BUSINESS.DIVISION), ""),
                            row.get(FACT.OCCURRED_ON),
                            values.findText("product").orElse(""),
                            items(values).stream().collect(Collectors.joining(", ")));
                });
    }

    /**
     * The items that a sample failed.
     *
     * @param failure the sample's fields
     * @return their names, each once
     */
    public static List<String> items(Values failure) {
        return failure.getItems("failures").stream()
                .flatMap(item -> item.findText("item").stream())
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .distinct()
                .toList();
    }

    /**
     * Hands an alarm to somebody.
     *
     * @param seen the alarm as it was seen
     * @param to to whom
     * @param due by when it is to be handled
     * @param acting who dispatches it
     * @throws AlarmMovedException if it was moved since, or is closed
     */
    public void dispatch(StoredAlarm seen, String to, LocalDate due, Acting acting) {
        Map<Field<?>, @Nullable Object> columns = new HashMap<>();
        columns.put(TREND_ALARM.SENT_TO, to);
        columns.put(TREND_ALARM.DUE, due);
        columns.put(TREND_ALARM.SENT_BY, acting.by());
        columns.put(TREND_ALARM.HANDLED, null);
        columns.put(TREND_ALARM.HANDLED_BY, null);
        move(seen, AlarmState.DISPATCHED, columns, Map.of("to", to, "due", due.toString()), acting);
    }

    /**
     * Writes down what was done.
     *
     * @param seen the alarm as it was seen
     * @param done what was done
     * @param acting who writes it down
     * @throws AlarmMovedException if it was moved since, or nobody has it
     */
    public void handle(StoredAlarm seen, String done, Acting acting) {
        move(
                seen,
                AlarmState.HANDLED,
                Map.of(TREND_ALARM.HANDLED, done, TREND_ALARM.HANDLED_BY, acting.by()),
                Map.of("reason", done),
                acting);
    }

    /**
     * Strikes an alarm off.
     *
     * @param seen the alarm as it was seen
     * @param note why
     * @param acting who strikes it off, another person than who handled it
     * @throws AlarmMovedException if it was moved since, or is not handled
     * @throws IllegalArgumentException if the same person handled it
     */
    public void close(StoredAlarm seen, String note, Acting acting) {
        if (acting.by().equals(seen.course().handledBy())) {
            throw new IllegalArgumentException(
                    "Who handled the alarm (%s) cannot strike it off.%nMaybe ask another person to look at what was done."
                            .formatted(acting.by()));
        }
        move(
                seen,
                AlarmState.CLOSED,
                Map.of(TREND_ALARM.CLOSED_NOTE, note, TREND_ALARM.CLOSED_BY, acting.by()),
                Map.of("reason", note),
                acting);
    }

    private void move(
            StoredAlarm seen,
            AlarmState to,
            Map<Field<?>, @Nullable Object> columns,
            Map<String, Object> detail,
            Acting acting) {
        if (!seen.state().next().contains(to)) {
            throw new AlarmMovedException(seen.id());
        }
        dsl.transaction(configuration -> {
            DSLContext tx = configuration.dsl();
            AuditLog.await(tx);
            int moved = tx.update(TREND_ALARM)
                    .set(columns)
                    .set(TREND_ALARM.STATE, to.name())
                    .set(TREND_ALARM.REVISION, seen.revision() + 1)
                    .set(TREND_ALARM.MOVED_AT, UtcTime.column(acting.at()))
                    .where(TREND_ALARM.ALARM_ID.eq(seen.id()))
                    .and(TREND_ALARM.REVISION.eq(seen.revision()))
                    .execute();
            if (moved == 0) {
                throw new AlarmMovedException(seen.id());
            }
            String act = "alarm-" + to.name().toLowerCase(Locale.ROOT);
            AuditLog.note(
                    tx,
                    new AuditAct(acting.by(), act, StoredAlarm.auditSubject(seen.id()), Values.of(detail)),
                    acting.at());
        });
    }
}
