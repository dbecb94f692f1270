package dev.assay.api.work;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.core.identity.Identity;
import dev.assay.core.work.VisitWay;
import dev.assay.core.work.WorkState;
import dev.assay.store.work.Assignment;
import dev.assay.store.work.Assignment.End;
import dev.assay.store.work.Assignment.Goer;
import dev.assay.store.work.Assignment.Source;
import dev.assay.store.work.Assignment.Visit;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The calendar, byte by byte as RFC 5545 asks for it. */
class VisitCalendarTest {

    private static Assignment visit(String name, WorkState state) {
        return new Assignment(
                7,
                new Visit(
                        1,
                        new Identity("sample", "S1"),
                        "catering",
                        LocalDate.of(2026, 12, 30),
                        LocalDate.of(2026, 12, 31),
                        VisitWay.UNANNOUNCED,
                        List.of("LEAD"),
                        Source.lead("the cook, who is ill, works"),
                        List.of(new Goer("JC1", "李四"), new Goer("JC2", "王五"))),
                name,
                "320612",
                null,
                state,
                3,
                "regulator",
                Instant.parse("2026-11-20T18:00:00Z"),
                new End(null, null, null, null, null, null));
    }

    @Test
    void a_visit_is_an_event_of_whole_days_under_a_uid_that_stays() {
        String calendar =
                VisitCalendar.write(List.of(visit("面馆", WorkState.ASSIGNED)), "https://a.example/assignments");

        assertThat(calendar.split("\r\n"))
                .contains(
                        "UID:assignment-7@assay",
                        "DTSTAMP:20261120T180000Z",
                        "SEQUENCE:2",
                        "DTSTART;VALUE=DATE:20261230",
                        // the end of a whole-day event does not belong to it
                        "DTEND;VALUE=DATE:20270101",
                        "SUMMARY:面馆",
                        "STATUS:CONFIRMED")
                .startsWith("BEGIN:VCALENDAR")
                .endsWith("END:VCALENDAR");
        assertThat(calendar).doesNotContain("the cook");
        assertThat(VisitCalendar.write(List.of(visit("面馆", WorkState.WITHDRAWN)), "https://a.example/assignments"))
                .contains("UID:assignment-7@assay\r\n", "STATUS:CANCELLED\r\n");
    }

    @Test
    void texts_are_escaped_and_can_add_no_line_of_their_own() {
        assertThat(VisitCalendar.escaped("a;b,c\\d\r\nEND:VEVENT\u0007")).isEqualTo("a\\;b\\,c\\\\d\\nEND:VEVENT");
    }

    @Test
    void a_long_line_is_folded_at_75_bytes_and_never_within_a_character() {
        String name = "海安老街面馆𠮷".repeat(12);
        String calendar =
                VisitCalendar.write(List.of(visit(name, WorkState.ASSIGNED)), "https://a.example/assignments");

        assertThat(calendar.split("\r\n")).allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= 75);
        assertThat(calendar.replace("\r\n ", "")).contains("SUMMARY:" + name + "\r\n");
        assertThat(calendar).doesNotContain("\uFFFD").doesNotContain("?");
    }
}
