package dev.assay.api.cli;

import dev.assay.batch.area.AreaFigures;
import dev.assay.batch.area.AreaReport;
import dev.assay.batch.area.AreaReport.DivisionLine;
import dev.assay.batch.area.AreaWish;
import dev.assay.core.area.Figure;
import dev.assay.core.area.Figure.Measure;
import dev.assay.core.area.Figure.Target;
import dev.assay.core.area.FigureValue;
import dev.assay.core.area.FigureValue.Standing;
import dev.assay.core.area.Period;
import dev.assay.core.grading.Explanation.Indicator;
import dev.assay.core.grading.Fraction;
import dev.assay.core.grading.GradeAnalysis;
import dev.assay.core.grading.Rating;
import dev.assay.model.config.ConfigFiles;
import dev.assay.model.division.DivisionsFile;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

@Command(
        name = "area",
        mixinStandardHelpOptions = true,
        description = {
            "Tells the figures of an area and a period: coverage, samples per 1,000 inhabitants, pass rate, disposal, credit files, grades, visits, cases filed and closed. Exit status 1: a target is missed.",
            "给出一个区域一段时期的统计指标。"
        })
final class AreaCommand extends WithOptions {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    @Option(
            names = "--division",
            required = true,
            paramLabel = "CODE",
            description = "The division's code, such as 320600, or the beginning of codes; * for all.")
    private String division = "";

    @Option(names = "--from", required = true, paramLabel = "DATE", description = "The first day.")
    private LocalDate from = LocalDate.EPOCH;

    @Option(names = "--to", required = true, paramLabel = "DATE", description = "The last day.")
    private LocalDate to = LocalDate.EPOCH;

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            description = "The day as of which things stand (default: the last day, or today where that is to come).")
    private @Nullable LocalDate asOf;

    @Mixin
    private FormatOption format = new FormatOption();

    @Override
    public Integer call() {
        AreaReport report;
        GradeAnalysis index;
        ConfigFiles config = options().configFiles();
        String area = AreaWish.beginning(division.equals("*") ? "" : division);
        LocalDate today = options().dayOr(null);
        LocalDate day = asOf == null ? (to.isBefore(today) ? to : today) : asOf;
        Period period = new Period(from, to, day);
        try (Session session = Session.open(options())) {
            AreaFigures figures = session.bean(AreaFigures.class);
            report = figures.report(new AreaWish(
                    area,
                    AreaWish.beginnings(area, DivisionsFile.load(config)),
                    period,
                    options().instantOr(null)));
            index = figures.index(report);
        }
        if (format.format() == FormatOption.Format.JSON) {
            console().line(JSON.writeValueAsString(json(report, index)));
        } else {
            tell(report);
            tell(index);
        }
        return report.values().stream().anyMatch(value -> value.standing() == Standing.MISSED)
                ? ExitStatus.DONE_WITH_REFUSALS
                : ExitStatus.DONE;
    }

    private void tell(AreaReport report) {
        Period period = report.wish().period();
        console()
                .say(
                        "区域 %s，%s 至 %s，统计日 %s",
                        "Area %s, %s to %s, as of %s",
                        report.wish().area().isEmpty() ? "*" : report.wish().area(),
                        period.from(),
                        period.to(),
                        period.asOf());
        report.values().forEach(this::tell);
        for (DivisionLine line : report.divisions()) {
            console().line("");
            console().line(line.division().isEmpty() ? console().in("区划不明", "no division") : line.division());
            line.values().forEach(this::tell);
        }
    }

    private void tell(GradeAnalysis index) {
        Rating rating = index.rating();
        console().line("");
        console()
                .say(
                        "区域食品安全指数（暂定）：%s",
                        "Food-safety index of the area (provisional): %s",
                        rating.score() == null
                                ? rating.state()
                                : "%s %s".formatted(rating.score().toPlainString(), rating.grade()));
        console().line("  " + index.explanation().reason().text().in(options().language()));
        for (Indicator part : index.explanation().indicators()) {
            console()
                    .line("  %s / %s  %s: %s"
                            .formatted(
                                    part.points() == null ? "–" : part.points().toPlainString(),
                                    part.highest().toPlainString(),
                                    part.title().in(options().language()),
                                    part.finding().text().in(options().language())));
        }
    }

    private void tell(FigureValue value) {
        Figure figure = value.figure();
        Target target = figure.target();
        String base = value.base() == null ? "–" : String.valueOf(value.base());
        String counts = figure.measure() == Measure.COUNT ? "" : " (%d / %s)".formatted(value.count(), base);
        console()
                .line("  %s%s: %s%s%s%s"
                        .formatted(
                                figure.title().in(options().language()),
                                value.part().isEmpty() ? "" : " " + value.part(),
                                value.value()
                                        .map(figure::shown)
                                        .orElseGet(() -> console().in("无统计基数", "no basis")),
                                counts,
                                target == null
                                        ? ""
                                        : console()
                                                .in(
                                                        "，目标 ≥ %s",
                                                        ", target ≥ %s", figure.shown(Fraction.of(target.atLeast()))),
                                standing(value)));
    }

    private String standing(FigureValue value) {
        Target target = value.figure().target();
        String provisional =
                target != null && target.basis().provisional() ? console().in("（暂定）", " (provisional)") : "";
        return provisional
                + switch (value.standing()) {
                    case NO_TARGET, NO_BASIS -> "";
                    case MET -> console().in("，达到", ", met");
                    case MISSED -> console().in("，未达到", ", MISSED");
                    case TOO_SHORT -> console().in("，期间短于目标期间，不作比较", ", not held against it: the period is shorter");
                };
    }

    private static Map<String, @Nullable Object> json(GradeAnalysis index) {
        Map<String, @Nullable Object> top = new LinkedHashMap<>();
        top.put("model", index.rating().model());
        top.put("modelVersion", index.rating().modelVersion());
        top.put("state", index.rating().state().name());
        top.put("score", index.rating().score());
        top.put("grade", index.rating().grade());
        Map<String, @Nullable BigDecimal> points = new LinkedHashMap<>();
        index.explanation()
                .indicators()
                .forEach(part -> points.put(part.finding().rule(), part.points()));
        top.put("points", points);
        return top;
    }

    private static Map<String, @Nullable Object> json(AreaReport report, GradeAnalysis index) {
        Map<String, @Nullable Object> top = new LinkedHashMap<>();
        Period period = report.wish().period();
        top.put("area", report.wish().area());
        top.put("from", period.from().toString());
        top.put("to", period.to().toString());
        top.put("asOf", period.asOf().toString());
        top.put(
                "inhabitants",
                report.inhabitants() == null ? null : report.inhabitants().number());
        top.put("figures", figures(report.values()));
        top.put("index", json(index));
        top.put(
                "divisions",
                report.divisions().stream()
                        .map(line -> Map.of("division", line.division(), "figures", figures(line.values())))
                        .toList());
        return top;
    }

    private static List<Map<String, @Nullable Object>> figures(List<FigureValue> values) {
        return values.stream().map(AreaCommand::json).toList();
    }

    /** The value is given as the exact quotient of its counts, and rounded to 4 places. */
    private static Map<String, @Nullable Object> json(FigureValue value) {
        Map<String, @Nullable Object> one = new LinkedHashMap<>();
        Target target = value.figure().target();
        one.put("figure", value.figure().id());
        one.put("part", value.part());
        one.put("count", value.count());
        one.put("among", value.base());
        one.put("exact", value.value().map(Fraction::toString).orElse(null));
        one.put("value", value.value().map(Fraction::toDecimal).orElse(null));
        one.put("target", target == null ? null : target.atLeast());
        one.put("provisional", target == null ? null : target.basis().provisional());
        one.put("standing", value.standing().name());
        return one;
    }
}
