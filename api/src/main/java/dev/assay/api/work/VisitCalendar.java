package dev.assay.api.work;

import dev.assay.core.work.WorkState;
import dev.assay.store.work.Assignment;
import dev.assay.store.work.Assignment.Goer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;

/** Visits as a calendar (RFC 5545): whole days, one event each, under a UID that stays. Leads are not in it: calendars travel. */
public final class VisitCalendar {

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final int LONGEST_LINE = 75;

    private VisitCalendar() {}

    /**
     * Writes a calendar.
     *
     * @param visits the visits
     * @param address the address of the page of assignments, under which each visit has its own
     * @return the text, with CRLF
     */
    public static String write(List<Assignment> visits, String address) {
        StringBuilder out = new StringBuilder();
        line(out, "BEGIN:VCALENDAR");
        line(out, "VERSION:2.0");
        line(out, "PRODID:-//Assay//Assignments//ZH");
        line(out, "CALSCALE:GREGORIAN");
        line(out, "METHOD:PUBLISH");
        visits.forEach(visit -> event(out, visit, address));
        line(out, "END:VCALENDAR");
        return out.toString();
    }

    private static void event(StringBuilder out, Assignment visit, String address) {
        String name = visit.name() == null ? visit.what().business().toString() : visit.name();
        line(out, "BEGIN:VEVENT");
        line(out, "UID:assignment-" + visit.id() + "@assay");
        line(out, "DTSTAMP:" + STAMP.format(visit.handedAt()));
        line(out, "SEQUENCE:" + (visit.revision() - 1));
        line(out, "DTSTART;VALUE=DATE:" + day(visit.what().fromDay()));
        // The end of a whole-day event is the day after it.
        line(out, "DTEND;VALUE=DATE:" + day(visit.what().toDay().plusDays(1)));
        line(out, "SUMMARY:" + escaped(name));
        if (visit.address() != null) {
            line(out, "LOCATION:" + escaped(visit.address()));
        }
        line(
                out,
                "DESCRIPTION:"
                        + escaped(visit.what().business()
                                + "\n"
                                + visit.what().goers().stream().map(Goer::name).collect(Collectors.joining("、"))));
        line(out, "URL:" + address + "/" + visit.id());
        line(out, "STATUS:" + (visit.state() == WorkState.WITHDRAWN ? "CANCELLED" : "CONFIRMED"));
        line(out, "TRANSP:TRANSPARENT");
        line(out, "END:VEVENT");
    }

    private static String day(LocalDate day) {
        return DateTimeFormatter.BASIC_ISO_DATE.format(day);
    }

    /** A text value: backslash, semicolon, comma and line ends are escaped, other control characters are left out. */
    static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replaceAll("\\R", "\\\\n")
                .replaceAll("\\p{Cntrl}", "");
    }

    /** A line of at most 75 bytes; what is longer goes on after a line end and a blank, never within a character. */
    private static void line(StringBuilder out, String content) {
        int room = LONGEST_LINE;
        int at = 0;
        while (at < content.length()) {
            int point = content.codePointAt(at);
            String letter = Character.toString(point);
            int size = letter.getBytes(StandardCharsets.UTF_8).length;
            if (size > room) {
                out.append("\r\n ");
                room = LONGEST_LINE - 1;
            }
            out.append(letter);
            room -= size;
            at += Character.charCount(point);
        }
        out.append("\r\n");
    }
}
