package dev.assay.api.work;

import dev.assay.core.work.WorkState;
import dev.assay.store.work.Assignment;
import dev.assay.store.work.Assignment.Goer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Visits as a calendar (RFC 5545): whole days, one event each, under a UID that stays. Leads are not in it: calendars travel. */
public final class VisitCalendar {

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final int LONGEST_LINE = 75;

    private VisitCalendar() {}

    /**
     * An event of whole days.
     *
     * @param uid what it is known by, always the same
     * @param stamp when it was made
     * @param sequence how often it was changed
     * @param from its first day
     * @param to its last day
     * @param summary its title
     * @param location where; null where not known
     * @param description its text
     * @param url its page
     * @param isCancelled whether it was called off
     */
    public record Event(
            String uid,
            Instant stamp,
            int sequence,
            LocalDate from,
            LocalDate to,
            String summary,
            @Nullable String location,
            String description,
            String url,
            boolean isCancelled) {}

    /**
     * Writes a calendar of visits that were handed out.
     *
     * @param visits the visits
     * @param address the address of the page of assignments, under which each visit has its own
     * @return the text, with CRLF
     */
    public static String write(List<Assignment> visits, String address) {
        return write(visits.stream().map(visit -> event(visit, address)).toList());
    }

    /**
     * Writes a calendar.
     *
     * @param events its events
     * @return the text, with CRLF
     */
    public static String write(List<Event> events) {
        StringBuilder out = new StringBuilder();
        line(out, "BEGIN:VCALENDAR");
        line(out, "VERSION:2.0");
        line(out, "PRODID:-//Assay//Assignments//ZH");
        line(out, "CALSCALE:GREGORIAN");
        line(out, "METHOD:PUBLISH");
        events.forEach(event -> write(out, event));
        line(out, "END:VCALENDAR");
        return out.toString();
    }

    private static Event event(Assignment visit, String address) {
        return new Event(
                "assignment-" + visit.id() + "@assay",
                visit.handedAt(),
                visit.revision() - 1,
                visit.what().fromDay(),
                visit.what().toDay(),
                visit.name() == null ? visit.what().business().toString() : visit.name(),
                visit.address(),
                visit.what().business()
                        + "\n"
                        + visit.what().goers().stream().map(Goer::name).collect(Collectors.joining("、")),
                address + "/" + visit.id(),
                visit.state() == WorkState.WITHDRAWN);
    }

    private static void write(StringBuilder out, Event event) {
        line(out, "BEGIN:VEVENT");
        line(out, "UID:" + event.uid());
        line(out, "DTSTAMP:" + STAMP.format(event.stamp()));
        line(out, "SEQUENCE:" + event.sequence());
        line(out, "DTSTART;VALUE=DATE:" + day(event.from()));
        // The end of a whole-day event is the day after it.
        line(out, "DTEND;VALUE=DATE:" + day(event.to().plusDays(1)));
        line(out, "SUMMARY:" + escaped(event.summary()));
        if (event.location() != null) {
            line(out, "LOCATION:" + escaped(event.location()));
        }
        line(out, "DESCRIPTION:" + escaped(event.description()));
        line(out, "URL:" + event.url());
        line(out, "STATUS:" + (event.isCancelled() ? "CANCELLED" : "CONFIRMED"));
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
