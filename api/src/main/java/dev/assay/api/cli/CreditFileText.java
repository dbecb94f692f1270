package dev.assay.api.cli;

import dev.assay.api.business.ClosingReasons;
import dev.assay.api.business.FieldText;
import dev.assay.api.business.FilePart;
import dev.assay.api.business.VersionChanges;
import dev.assay.api.cli.CreditFileCommand.WholeFile;
import dev.assay.core.creditfile.SealedArchive;
import dev.assay.core.fact.Fact;
import dev.assay.core.fact.FactKind;
import dev.assay.core.fact.Field;
import dev.assay.core.fact.FieldChange;
import dev.assay.core.fact.FieldType;
import dev.assay.core.fact.Values;
import dev.assay.core.fact.Vocabulary;
import dev.assay.core.sampling.SamplingCourse;
import dev.assay.store.history.Closing;
import dev.assay.store.history.FactRecord;
import dev.assay.store.history.FactVersion;
import dev.assay.store.history.KindTally;
import dev.assay.store.history.Origin;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A credit file as text for a terminal, written part by part. */
final class CreditFileText {

    private static final int PART = 500;

    private final Console console;
    private final Vocabulary vocabulary;
    private String heading = "";

    CreditFileText(Console console, Vocabulary vocabulary) {
        this.console = console;
        this.vocabulary = vocabulary;
    }

    void print(WholeFile file) {
        FilePart part = file.parts().read(file.business(), file.cut(), file.kind(), 0, PART);
        head(part);
        print(part);
        while (part.hasNext()) {
            part = file.parts()
                    .read(
                            file.business(),
                            file.cut(),
                            file.kind(),
                            part.offset() + part.records().size(),
                            PART);
            print(part);
        }
    }

    private void print(FilePart part) {
        part.records().forEach(record -> record(record, part.procedures()));
    }

    private void head(FilePart part) {
        console.line("%s  %s".formatted(part.business().identity(), part.name() == null ? "–" : part.name()));
        part.identities().stream()
                .filter(identity -> !identity.equals(part.business().identity()))
                .forEach(identity -> console.say("  又名 %s", "  also %s", identity));
        console.say(
                "信用档案：截至 %s 发生，%s 已知",
                "Credit file: what happened up to %s, as known at %s",
                part.cut().asOf(),
                part.cut().knownAt());
        LifeText.print(console, part.life());
        SilentFeeds.print(console, part.silentFeeds());
        for (KindTally tally : part.tallies()) {
            console.say(
                    "  %s：现行 %,d，已撤销 %,d，版本共 %,d",
                    "  %s: %,d standing, %,d withdrawn, %,d versions in all",
                    title(tally.kind()),
                    tally.standing(),
                    tally.withdrawn(),
                    tally.versions());
        }
        if (part.total() == 0) {
            console.say("档案中没有记录", "The file holds nothing");
        }
    }

    private String title(String kind) {
        return vocabulary
                .findByName(kind)
                .map(FactKind::title)
                .map(title -> title.in(console.language()))
                .orElse(kind);
    }

    private void record(FactRecord record, FilePart.Procedures procedures) {
        Optional<FactVersion> standing = record.findStanding();
        String title = standing.isPresent()
                ? title(record.kind())
                : console.in("不再有效：%s", "No longer standing: %s", title(record.kind()));
        if (!title.equals(heading)) {
            heading = title;
            console.line("");
            console.line("== " + title + " ==");
        }
        console.line("");
        standing.ifPresent(version -> {
            version("", version);
            procedure(procedures, version.fact());
        });
        record.earlier().forEach(version -> {
            Closing closing = version.closing();
            if (closing != null) {
                closed(standing.isPresent() ? "    " : "", version, closing);
            }
        });
    }

    private void version(String indent, FactVersion version) {
        Fact fact = version.fact();
        console.line(indent
                + fact.occurredOn()
                + (fact.licence() == null ? "" : "  " + console.in("许可 %s", "licence %s", fact.licence())));
        for (Field field : vocabulary.fieldsOf(fact.kind(), fact.values())) {
            Object value = fact.values().fields().get(field.name());
            if (value != null) {
                field(indent + "    ", field, value, fact.values());
            }
        }
        console.line(indent + "    " + console.in("来源 %s", "from %s", origin(version.origin())));
        console.line(indent + "    "
                + console.in(
                        "来源公开 %s，本系统记录 %s",
                        "made known by its source %s, recorded %s", fact.knownOn(), fact.recordedAt())
                + (version.confirmedAsAt() == null
                        ? ""
                        : console.in("，%s 的文件仍如此", ", still so in the file of %s", version.confirmedAsAt())));
    }

    private void procedure(FilePart.Procedures procedures, Fact fact) {
        SamplingCourse course = procedures.course(fact);
        if (course != null) {
            console.say(
                    "    程序状态：%s，自 %s",
                    "    Procedure: %s, since %s",
                    course.state().title().in(console.language()),
                    course.state().on());
            SamplingCourse.Deadline due = course.deadline();
            if (due != null) {
                console.say(
                        "    应于 %2$s 前%1$s（%3$s%4$s）",
                        "    Due: %1$s by %2$s (%3$s%4$s)",
                        due.what().in(console.language()),
                        due.until(),
                        due.basis().citation(),
                        due.basis().provisional() ? console.in("，暂定", ", provisional") : "");
            }
            course.refused()
                    .forEach(refused -> console.line("    ! " + refused.step().on() + " "
                            + refused.reason().in(console.language())));
        }
        Fact sealing = procedures.sealing(fact);
        if (sealing != null) {
            console.say(
                    "    %s，自 %s（%s）",
                    "    %s, since %s (%s)",
                    SealedArchive.title(sealing).in(console.language()),
                    sealing.occurredOn(),
                    sealing.source());
        }
    }

    private void field(String indent, Field field, Object value, Values values) {
        if (field.type() == FieldType.ITEMS) {
            console.line(indent + field.title().in(console.language()) + ":");
            values.getItems(field.name())
                    .forEach(item -> console.line(indent + "  - " + FieldText.item(item, field, console.language())));
        } else {
            console.line(indent + field.title().in(console.language()) + ": "
                    + FieldText.of(value, field, console.language()));
        }
    }

    private void closed(String indent, FactVersion version, Closing closing) {
        console.line(indent
                + console.in("被取代的版本：", "Earlier version: ")
                + ClosingReasons.of(closing).in(console.language()));
        console.line(indent + "    " + console.in("自 %s，因 %s", "since %s, by %s", closing.at(), origin(closing.by())));
        Closing.Successor next = closing.successor();
        if (next != null && next.business() != null) {
            console.line(indent + "    " + console.in("现归 %s", "now under %s", next.business()));
        }
        for (FieldChange change : VersionChanges.of(version, vocabulary)) {
            console.line(indent + "    * " + change.field().title().in(console.language()) + ": "
                    + FieldText.of(change.was(), change.field(), console.language()) + " → "
                    + FieldText.of(change.is(), change.field(), console.language()));
        }
        version(indent + "    ", version);
    }

    private String origin(@Nullable Origin origin) {
        if (origin == null) {
            return "–";
        }
        Origin.Hand hand = origin.hand();
        return origin
                + (hand == null ? "" : console.in("，%s 录入：%s", ", by %s: %s", hand.by(), hand.reason()))
                + "  SHA-256 "
                + origin.sha256();
    }
}
