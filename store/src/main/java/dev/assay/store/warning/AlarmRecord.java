package dev.assay.store.warning;

import static dev.assay.store.schema.Tables.TREND_ALARM;

import dev.assay.core.warning.Against;
import dev.assay.core.warning.Against.Samples;
import dev.assay.core.warning.AlarmState;
import dev.assay.core.warning.Trend;
import dev.assay.core.warning.Trend.Dimension;
import dev.assay.store.time.UtcTime;
import dev.assay.store.warning.StoredAlarm.Course;
import dev.assay.store.warning.StoredAlarm.Days;
import dev.assay.store.warning.StoredAlarm.Proof;
import java.math.BigDecimal;
import org.jooq.Record;

/** Reads an alarm out of its row. */
final class AlarmRecord {

    private AlarmRecord() {}

    private static Against against(Record row) {
        Long newest = row.get(TREND_ALARM.NEWEST_SAMPLES);
        Long past = row.get(TREND_ALARM.PAST_SAMPLES);
        return new Against(
                row.get(TREND_ALARM.PAST_PERIODS),
                row.get(TREND_ALARM.SEASON_YEARS),
                newest == null || past == null ? null : new Samples(newest, past));
    }

    static StoredAlarm alarm(Record row) {
        return new StoredAlarm(
                row.get(TREND_ALARM.ALARM_ID),
                row.get(TREND_ALARM.RULES),
                new Trend(
                        Dimension.valueOf(row.get(TREND_ALARM.DIMENSION)),
                        row.get(TREND_ALARM.SERIES),
                        row.get(TREND_ALARM.NEWEST),
                        row.get(TREND_ALARM.PAST),
                        against(row)),
                new Days(row.get(TREND_ALARM.FROM_DAY), row.get(TREND_ALARM.TO_DAY), row.get(TREND_ALARM.PAST_FROM)),
                new Proof(
                        new BigDecimal(row.get(TREND_ALARM.CHANCE)),
                        new BigDecimal(row.get(TREND_ALARM.HELD)),
                        row.get(TREND_ALARM.TESTED),
                        new BigDecimal(row.get(TREND_ALARM.RATE))),
                AlarmState.valueOf(row.get(TREND_ALARM.STATE)),
                row.get(TREND_ALARM.REVISION),
                UtcTime.instant(row.get(TREND_ALARM.RAISED_AT)),
                new Course(
                        row.get(TREND_ALARM.SENT_TO),
                        row.get(TREND_ALARM.DUE),
                        row.get(TREND_ALARM.SENT_BY),
                        row.get(TREND_ALARM.HANDLED),
                        row.get(TREND_ALARM.HANDLED_BY),
                        row.get(TREND_ALARM.CLOSED_NOTE),
                        row.get(TREND_ALARM.CLOSED_BY)));
    }
}
