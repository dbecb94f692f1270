package dev.assay.model.calendar;

import static dev.assay.model.config.BasisEntries.bilingual;

import dev.assay.core.time.WorkingDays;
import dev.assay.model.config.ConfigFile;
import dev.assay.model.config.ConfigFiles;
import dev.assay.model.config.Fault;
import dev.assay.model.config.FaultyConfigException;
import dev.assay.model.config.YamlMap;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads the holidays and shifted weekends of each year from {@code config/calendars}. */
public final class CalendarFile {

    private static final int LONGEST_HOLIDAY = 30;

    private CalendarFile() {}

    /**
     * The working days of a configuration.
     *
     * @param config the configuration
     * @return Monday to Friday, corrected by every file of the folder
     * @throws FaultyConfigException if a file has faults
     */
    public static WorkingDays load(ConfigFiles config) {
        Set<LocalDate> closed = new HashSet<>();
        Set<LocalDate> open = new HashSet<>();
        Set<Integer> announced = new HashSet<>();
        for (ConfigFile file : config.list("calendars")) {
            WorkingDays days = parse(file);
            closed.addAll(days.closed());
            open.addAll(days.open());
            announced.addAll(days.announced());
        }
        return new WorkingDays(closed, open, announced);
    }

    /**
     * Reads one calendar.
     *
     * @param file the file
     * @return its working days
     * @throws FaultyConfigException with all the faults of the file
     */
    public static WorkingDays parse(ConfigFile file) {
        List<Fault> faults = new ArrayList<>();
        YamlMap top = YamlMap.parse(file, faults);
        top.text("calendar");
        bilingual(top, "title");
        Set<LocalDate> closed = new HashSet<>();
        Set<LocalDate> open = new HashSet<>();
        Set<Integer> announced = new HashSet<>();
        for (YamlMap year : top.maps("years")) {
            int number = year(year);
            if (!announced.add(number)) {
                year.fault("year", "The year (%d) is there twice.".formatted(number), "Maybe join the two entries.");
            }
            year.text("notice");
            year.maps("closed").forEach(holiday -> close(holiday, number, closed));
            year.texts("open").forEach(text -> open(text, year, number, open));
            open.stream()
                    .filter(closed::contains)
                    .forEach(both -> year.fault(
                            "open",
                            "On %s people work and do not.".formatted(both),
                            "Maybe one of the days is wrong."));
        }
        if (announced.isEmpty()) {
            top.fault("years", "The calendar has no year.", "Maybe add years: [{year: 2026, …}].");
        }
        top.refuseUnreadKeys();
        if (!faults.isEmpty()) {
            throw new FaultyConfigException(faults);
        }
        return new WorkingDays(closed, open, announced);
    }

    private static int year(YamlMap year) {
        BigDecimal number = year.decimal("year");
        if (number.stripTrailingZeros().scale() > 0
                || number.intValue() < LocalDate.EPOCH.getYear()
                || number.intValue() > 9999) {
            year.fault("year", "The year (%s) is none.".formatted(number), "Maybe write year: 2026.");
        }
        return number.intValue();
    }

    private static void close(YamlMap holiday, int year, Set<LocalDate> closed) {
        LocalDate from = holiday.day("from");
        LocalDate to = holiday.day("to");
        bilingual(holiday, "title");
        if (to.isBefore(from) || to.isAfter(from.plusDays(LONGEST_HOLIDAY))) {
            holiday.fault(
                    "to",
                    "The holiday runs from %s to %s.".formatted(from, to),
                    "Maybe the days are swapped; a holiday has at most %d days.".formatted(LONGEST_HOLIDAY));
            return;
        }
        for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
            if (day.getYear() != year) {
                holiday.fault("from", "%s is not in %d.".formatted(day, year), "Maybe it belongs to another year.");
                return;
            }
            // A weekend within a holiday needs no entry, and would contradict nothing.
            if (!isWeekend(day)) {
                closed.add(day);
            }
        }
    }

    private static void open(String text, YamlMap year, int number, Set<LocalDate> open) {
        try {
            LocalDate day = LocalDate.parse(text);
            if (day.getYear() != number || !isWeekend(day)) {
                year.fault(
                        "open",
                        "%s (%s) is no Saturday or Sunday of %d.".formatted(day, day.getDayOfWeek(), number),
                        "Maybe only shifted weekends belong here.");
            } else {
                open.add(day);
            }
        } catch (DateTimeParseException wrong) {
            year.fault("open", "(%s) is not a day.".formatted(text), "Maybe write 2026-02-14.");
        }
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
