package dev.assay.api.cli;

import dev.assay.batch.simulate.SimulationOutcome;
import dev.assay.core.grading.GradingModel;
import dev.assay.model.simulation.Move;
import dev.assay.model.simulation.Simulation;
import dev.assay.model.simulation.SizeClass;
import dev.assay.model.simulation.Stability;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a simulation found, for people. */
final class SimulationText {

    /** Divisions in an answer; the file has all. */
    private static final int DIVISIONS = 10;

    private final Console console;
    private final Simulation found;

    private SimulationText(Console console, Simulation found) {
        this.console = console;
        this.found = found;
    }

    static void print(Console console, SimulationOutcome outcome, @Nullable Path moves) {
        SimulationText text = new SimulationText(console, outcome.simulation());
        text.head(outcome);
        text.matrix();
        text.inspections();
        text.worst();
        text.listing();
        text.parts("按环节", "By sector", outcome.simulation().bySector());
        text.parts("按规模", "By size", outcome.simulation().bySize());
        text.parts(
                "按行政区划",
                "By division",
                outcome.simulation().byDivision().stream().limit(DIVISIONS).toList());
        text.shifts();
        text.moves(outcome.moves(), moves);
    }

    private void head(SimulationOutcome outcome) {
        console.say(
                "%s → %s，截至 %s：%,d 个对象中 %,d 个变化（%,d 个变好，%,d 个变差）",
                "%s → %s as of %s: of %,d subjects %,d would move (%,d to a better grade, %,d to a worse one)",
                named(outcome.request().before()),
                named(outcome.request().after()),
                outcome.request().asOf(),
                found.subjects(),
                found.directions().moved(),
                found.directions().better(),
                found.directions().worse());
    }

    private static String named(GradingModel model) {
        return model.id() + " " + model.version();
    }

    private void matrix() {
        console.say("%n从（行）到（列）", "%nFrom (line) to (column)");
        console.line("  %-12s".formatted("")
                + found.standings().stream().map("%12s"::formatted).collect(Collectors.joining()));
        for (String before : found.standings()) {
            console.line("  %-12s".formatted(before)
                    + found.standings().stream()
                            .map(after -> found.count(before, after))
                            .map(count -> count == 0 ? "%12s".formatted("·") : "%,12d".formatted(count))
                            .collect(Collectors.joining()));
        }
    }

    private void inspections() {
        console.say(
                "%n每年检查次数：%s → %s（%s）",
                "%nInspections a year: %s → %s (%s)",
                plain(found.inspections().before()),
                plain(found.inspections().after()),
                signed(found.inspections().extra()));
        for (Simulation.GradeInspections grade : found.byGrade()) {
            if (grade.inspections().before().signum() != 0
                    || grade.inspections().after().signum() != 0) {
                console.say(
                        "  %-4s %,d 个 → %,d 个，%s 次 → %s 次（%s）",
                        "  %-4s %,d → %,d subjects, %s → %s inspections (%s)",
                        grade.standing(),
                        grade.subjectsBefore(),
                        grade.subjectsAfter(),
                        plain(grade.inspections().before()),
                        plain(grade.inspections().after()),
                        signed(grade.inspections().extra()));
            }
        }
    }

    private void worst() {
        Simulation.Worst worst = found.worst();
        console.say(
                "%n最差等级（重点监管由此起算）：%s 级 %,d 个 → %s 级 %,d 个；新进入 %,d 个，退出 %,d 个",
                "%nWorst grade (where closer supervision begins): grade %s, %,d subjects → grade %s, %,d; %,d come into it, %,d leave it",
                worst.gradeBefore(),
                worst.before(),
                worst.gradeAfter(),
                worst.after(),
                worst.into(),
                worst.outOf());
    }

    private void listing() {
        Simulation.Listing listing = found.listing();
        if (listing == null) {
            console.say(
                    "%n名单门槛：两个模型均未规定（listing_threshold）",
                    "%nListing threshold: neither model names one (listing_threshold)");
            return;
        }
        console.say(
                "%n名单门槛（该级及更差者按所引规定受审查，不自动列入）：%s 级 %,d 个 → %s 级 %,d 个；新达到 %,d 个，退出 %,d 个",
                "%nListing threshold (that grade and worse are looked at by the law named, nobody is listed by it): grade %s, %,d subjects → grade %s, %,d; %,d newly reach it, %,d leave it",
                listing.gradeBefore() == null ? "–" : listing.gradeBefore(),
                listing.before(),
                listing.gradeAfter() == null ? "–" : listing.gradeAfter(),
                listing.after(),
                listing.into(),
                listing.outOf());
    }

    private void parts(String zh, String en, List<Simulation.Part> parts) {
        console.say("%n" + zh, "%n" + en);
        for (Simulation.Part part : parts) {
            console.say(
                    "  %-12s %,d 个，变化 %,d（变好 %,d，变差 %,d），进入最差 %,d，退出 %,d，达到名单门槛 %,d，退出 %,d，检查 %s",
                    "  %-12s %,d subjects, %,d move (%,d better, %,d worse), into the worst %,d, out of it %,d, to the listing threshold %,d, from it %,d, inspections %s",
                    titled(part.key()),
                    part.subjects(),
                    part.directions().moved(),
                    part.directions().better(),
                    part.directions().worse(),
                    part.intoWorst(),
                    part.outOfWorst(),
                    part.intoListing(),
                    part.outOfListing(),
                    signed(part.inspections().extra()));
        }
    }

    private String titled(String key) {
        for (SizeClass size : SizeClass.values()) {
            if (size.name().equals(key)) {
                return size.title().in(console.language());
            }
        }
        return key.isEmpty() ? console.in("不明", "not known") : key;
    }

    private void shifts() {
        console.say(
                "%n分布变化（PSI；经验阈值 0.10 与 0.25；随样本量的阈值）",
                "%nShift of distributions (PSI; rule of thumb 0.10 and 0.25; threshold for the number of subjects)");
        shift(console.in("等级与状态", "grades and states"), found.grades());
        found.indicators().forEach(one -> shift(one.id(), one.stability()));
    }

    private void shift(String name, Stability stability) {
        console.line("  %-28s %8s  %8s  %s%s"
                .formatted(
                        name,
                        orDash(stability.index()),
                        orDash(stability.critical()),
                        stability.verdict(),
                        stability.isBeyondChance() ? console.in("，超出随机波动", ", beyond chance") : ""));
    }

    private void moves(List<Move> moves, @Nullable Path file) {
        if (!moves.isEmpty()) {
            console.say("%n变化的对象（前 %,d 个）", "%nWho would move (the first %,d)", moves.size());
        }
        for (Move move : moves) {
            console.line("  %s %s  %s → %s"
                    .formatted(
                            move.subject().identity(),
                            move.name(),
                            move.before().standing(),
                            move.after().standing()));
            for (Move.Difference one : move.differences()) {
                console.say(
                        "      %s：%s → %s",
                        "      %s: %s → %s",
                        one.title().in(console.language()),
                        orDash(one.before()),
                        orDash(one.after()));
            }
        }
        if (file != null) {
            console.say("%n全部变化：%s", "%nAll moves: %s", file);
        }
    }

    private static String orDash(@Nullable Object value) {
        return value == null ? "–" : value.toString();
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    private static String signed(BigDecimal number) {
        return (number.signum() > 0 ? "+" : "") + plain(number);
    }
}
