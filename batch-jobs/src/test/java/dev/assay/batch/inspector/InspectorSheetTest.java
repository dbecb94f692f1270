package dev.assay.batch.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.core.inspector.Inspector;
import dev.assay.core.inspector.Inspector.Leave;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InspectorSheetTest {

    @TempDir
    private Path folder = Path.of("");

    private InspectorSheet.Read read(String text) throws IOException {
        return InspectorSheet.read(Files.writeString(folder.resolve("inspectors.csv"), text));
    }

    @Test
    void aSheetIsReadWithLeaveAndConflicts() throws IOException {
        InspectorSheet.Read read = read("""
                number,name,department,division,sectors,skills,leave,conflicts
                JC1,张三,market,320600,catering;canteen,system,2026-07-01/2026-07-10;2026-10-08,uscc:91350100M000100Y43
                JC2,李四,market,320612,,,,
                """);
        assertThat(read.faults()).isEmpty();
        assertThat(read.inspectors())
                .containsExactly(
                        new Inspector(
                                "JC1",
                                "张三",
                                "market",
                                "3206",
                                Set.of("catering", "canteen"),
                                Set.of("system"),
                                List.of(
                                        new Leave(LocalDate.of(2026, 7, 1), LocalDate.of(2026, 7, 10)),
                                        new Leave(LocalDate.of(2026, 10, 8), LocalDate.of(2026, 10, 8))),
                                Set.of("uscc:91350100M000100Y43")),
                        new Inspector("JC2", "李四", "market", "320612", Set.of(), Set.of(), List.of(), Set.of()));
    }

    @Test
    void everyFaultIsToldWithItsLine() throws IOException {
        assertThat(String.join("\n", read("""
                        number,name,department,division,sectors,skills,leave,conflicts
                        JC1,张三,market,,,,,
                        JC2,李四,market,3206,cooking,,,
                        JC3,王五,market,3206,,,2026-07-10/2026-07-01,
                        JC4,赵六,market,3206,,,July,
                        JC5,钱七,market,3206,,,,nobody
                        JC6,孙八,market,3206,,,,
                        JC6,周九,market,3206,,,,
                        """).faults()))
                .contains("Line 2: The inspector (JC1) has no division")
                .contains("Line 3: The sector (cooking) is not known")
                .contains("Line 4: A leave from 2026-07-10 to 2026-07-01 ends before it begins")
                .contains("Line 5: The leave (July) cannot be read")
                .contains("Line 6: The identity (nobody) has no scheme")
                .contains("Line 8: The inspector (JC6) stands twice");
        assertThat(read("number,name,division,office\n").faults())
                .hasSize(2)
                .anyMatch(fault -> fault.startsWith("The column (department) is missing"))
                .anyMatch(fault -> fault.startsWith("The column (office) is not known"));
    }
}
