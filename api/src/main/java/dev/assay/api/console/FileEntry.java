package dev.assay.api.console;

import dev.assay.api.business.ClosingReasons;
import dev.assay.api.business.FieldText;
import dev.assay.api.business.VersionChanges;
import dev.assay.core.fact.PersonNumber;
import dev.assay.core.fact.Vocabulary;
import dev.assay.store.history.Closing;
import dev.assay.store.history.FactRecord;
import dev.assay.store.history.FactVersion;
import dev.assay.store.history.Origin;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A record on the page of a credit file.
 *
 * @param heading the title above it; null where it is that of the record before
 * @param standing the version that stands; null where none does
 * @param earlier the versions that do not stand, newest first
 */
public record FileEntry(@Nullable Heading heading, @Nullable Version standing, List<Version> earlier) {

    /** Copies the list. */
    public FileEntry {
        earlier = List.copyOf(earlier);
    }

    /**
     * The title above records.
     *
     * @param kind the kind
     * @param title its name
     * @param standing whether these records stand
     */
    public record Heading(String kind, String title, boolean standing) {}

    /**
     * A version.
     *
     * @param entry what it says
     * @param origin where it came from
     * @param version the version
     * @param persons its fields with numbers of identity documents
     * @param end why it does not stand; null where it stands
     */
    public record Version(
            FactEntry entry,
            Origin origin,
            FactVersion version,
            List<PersonField> persons,
            @Nullable End end) {

        /** Copies the list. */
        public Version {
            persons = List.copyOf(persons);
        }
    }

    /**
     * A field that holds the number of an identity document.
     *
     * @param name the field
     * @param title its name for people
     */
    public record PersonField(String name, String title) {}

    /**
     * Why a version does not stand.
     *
     * @param reason in words
     * @param at since when
     * @param by what brought it about; null where nothing tells
     * @param movedTo the business to which the record was given; null where it stayed
     * @param changes where the version in its place differs
     */
    public record End(
            String reason,
            Instant at,
            @Nullable Origin by,
            @Nullable String movedTo,
            List<Change> changes) {

        /** Copies the list. */
        public End {
            changes = List.copyOf(changes);
        }
    }

    /**
     * A difference.
     *
     * @param title the field's name
     * @param was its value in the version
     * @param is its value in the version in its place
     */
    public record Change(String title, String was, String is) {}

    /**
     * The records of a page.
     *
     * @param records the records, in the order of the file
     * @param language {@code zh} or {@code en}
     * @param vocabulary the kinds of fact that there are
     * @return an entry for each
     */
    static List<FileEntry> of(List<FactRecord> records, String language, Vocabulary vocabulary) {
        List<FileEntry> entries = new ArrayList<>();
        Heading last = null;
        for (FactRecord record : records) {
            Heading heading = new Heading(
                    record.kind(),
                    FactEntry.title(record.kind(), language, vocabulary),
                    record.findStanding().isPresent());
            entries.add(new FileEntry(
                    heading.equals(last) ? null : heading,
                    record.findStanding()
                            .map(version -> version(version, language, vocabulary))
                            .orElse(null),
                    record.earlier().stream()
                            .map(version -> version(version, language, vocabulary))
                            .toList()));
            last = heading;
        }
        return List.copyOf(entries);
    }

    private static Version version(FactVersion version, String language, Vocabulary vocabulary) {
        return new Version(
                FactEntry.of(version.fact(), language, vocabulary),
                version.origin(),
                version,
                persons(version, language, vocabulary),
                end(version, language, vocabulary));
    }

    private static List<PersonField> persons(FactVersion version, String language, Vocabulary vocabulary) {
        return vocabulary.fieldsOf(version.fact().kind(), version.fact().values()).stream()
                .filter(field -> version.fact()
                        .values()
                        .findText(field.name())
                        .filter(PersonNumber::isToken)
                        .isPresent())
                .map(field -> new PersonField(field.name(), field.title().in(language)))
                .toList();
    }

    private static @Nullable End end(FactVersion version, String language, Vocabulary vocabulary) {
        Closing closing = version.closing();
        if (closing == null) {
            return null;
        }
        return new End(
                ClosingReasons.of(closing).in(language),
                closing.at(),
                closing.by(),
                VersionChanges.findMove(closing),
                VersionChanges.of(version, vocabulary).stream()
                        .map(change -> new Change(
                                change.field().title().in(language),
                                FieldText.of(change.was(), change.field(), language),
                                FieldText.of(change.is(), change.field(), language)))
                        .toList());
    }
}
