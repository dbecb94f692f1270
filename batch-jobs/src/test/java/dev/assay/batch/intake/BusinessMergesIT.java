package dev.assay.batch.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.core.identity.Identity;
import dev.assay.store.fact.CreditFileCursor;
import dev.assay.store.fact.CreditFileReader;
import dev.assay.store.fact.Cut;
import dev.assay.store.fact.FilesToRate;
import dev.assay.store.fact.KeyRange;
import dev.assay.store.register.BusinessMerges;
import dev.assay.store.register.BusinessMerges.Outcome;
import dev.assay.store.register.BusinessRegister;
import dev.assay.store.testing.OnEachServer;
import dev.assay.store.testing.TestDatabases;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;

/** Two businesses that are found to be one, and parted again: whose file holds what, now and as it was known. */
class BusinessMergesIT {

    private static final Identity S2 = new Identity("sample", "S2");
    private static final Identity S3 = new Identity("sample", "S3");
    private static final LocalDate DAY = LocalDate.of(2022, 1, 1);
    private static final KeyRange ALL = new KeyRange(1, 1_000);

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    Path directory;

    private static BusinessMerges merges(Names names) {
        return new BusinessMerges(names.intake().test().database());
    }

    private static CreditFileReader reader(Names names) {
        return new CreditFileReader(names.intake().test().database());
    }

    /** How many facts each file has that a cursor gives. */
    private static Map<String, Integer> sizes(CreditFileCursor cursor) {
        Map<String, Integer> sizes = new TreeMap<>();
        try (cursor) {
            cursor.forEachRemaining(stored -> sizes.merge(
                    stored.file().business().value(), stored.file().facts().size(), Integer::sum));
        }
        return sizes;
    }

    private static Map<String, Integer> files(Names names, Instant knownAt) {
        return sizes(reader(names).readAll(ALL, new Cut(DAY, knownAt)));
    }

    @OnEachServer
    void oneFileHoldsBothAndAReadingOfBeforeIsAsItWas(TestDatabases server) throws IOException {
        try (Names names = Names.on(server, directory)) {
            names.papers("papers", "2021-02-01", "P1,,,,JY00000000000002,油", "P2,,,,JY00000000000003,盐");
            Instant before = Instant.now();
            assertThat(merges(names).merge(S2, S3, Names.by("lin"))).isEqualTo(Outcome.DONE);
            Instant merged = Instant.now();
            assertThat(files(names, before)).containsEntry("S2", 2).containsEntry("S3", 2);
            assertThat(files(names, merged))
                    .doesNotContainKey("S2")
                    .containsEntry("S3", 4)
                    .containsEntry("S1", 1);
            assertThat(reader(names)
                            .find(S2, new Cut(DAY, merged))
                            .orElseThrow()
                            .file()
                            .business())
                    .isEqualTo(S3);
            assertThat(reader(names)
                            .find(S2, new Cut(DAY, before))
                            .orElseThrow()
                            .file()
                            .business())
                    .isEqualTo(S2);

            names.papers("papers", "2021-03-01", "P3,,,,JY00000000000002,醋");
            Instant later = Instant.now();
            assertThat(files(names, later)).containsEntry("S3", 5);
            new FilesToRate(names.intake().test().database().dsl())
                    .gather(1, "none", new Cut(DAY, later), new Cut(DAY, merged));
            assertThat(sizes(reader(names).readGathered(ALL, new Cut(DAY, later), 1)))
                    .containsExactly(Map.entry("S3", 5));
            assertThat(sizes(reader(names).readKind("sampling-result", new Cut(DAY, later), null)))
                    .containsExactly(Map.entry("S3", 3));

            assertThat(merges(names).part(S2, Names.by("zhou"))).isEqualTo(Outcome.DONE);
            Instant parted = Instant.now();
            // What came in for the merged one since the merge is its own again.
            assertThat(files(names, parted)).containsEntry("S2", 3).containsEntry("S3", 2);
            assertThat(files(names, later)).doesNotContainKey("S2").containsEntry("S3", 5);
            assertThat(files(names, before)).containsEntry("S2", 2).containsEntry("S3", 2);

            long key = new BusinessRegister(names.intake().test().database().dsl())
                    .find(S3)
                    .orElseThrow()
                    .key();
            assertThat(merges(names).of(key)).singleElement().satisfies(link -> {
                assertThat(link.merged()).isEqualTo(S2);
                assertThat(link.by()).isEqualTo("lin");
                assertThat(link.parted()).isNotNull();
            });
        }
    }

    @OnEachServer
    void aNameOfEitherIsTheOneThatGoesOnAndIsAskedNoMore(TestDatabases server) throws IOException {
        try (Names names = Names.on(server, directory)) {
            merges(names).merge(S2, S3, Names.by("lin"));
            ImportReport report = names.papers("papers", "2021-02-01", "P1,便民超市,,,,油");
            assertThat(Intake.account(report)).isEqualTo("read 1 = taken 1 + unchanged 0 + superseded 0 + refused 0");
            assertThat(names.samples()).containsExactly("P1 sample S3 油 papers 2021-02-01.csv 2");
        }
    }

    @OnEachServer
    void whatWouldMakeAChainOrACircleIsRefused(TestDatabases server) throws IOException {
        try (Names names = Names.on(server, directory)) {
            Identity s1 = new Identity("sample", "S1");
            BusinessMerges merges = merges(names);
            assertThat(merges.merge(S2, new Identity("food-licence", "JY00000000000002"), Names.by("lin")))
                    .isEqualTo(Outcome.SAME);
            assertThat(merges.merge(S2, new Identity("sample", "S9"), Names.by("lin")))
                    .isEqualTo(Outcome.NO_SUCH_BUSINESS);
            assertThat(merges.part(S2, Names.by("lin"))).isEqualTo(Outcome.NOT_MERGED);
            assertThat(merges.merge(S2, S3, Names.by("lin"))).isEqualTo(Outcome.DONE);
            assertThat(List.of(
                            merges.merge(S3, S2, Names.by("lin")),
                            merges.merge(S3, s1, Names.by("lin")),
                            merges.merge(S2, s1, Names.by("lin")),
                            merges.merge(s1, S2, Names.by("lin"))))
                    .containsOnly(Outcome.CHAINED);
            assertThat(merges.merge(s1, S3, Names.by("lin"))).isEqualTo(Outcome.DONE);
            assertThat(files(names, Instant.now())).containsEntry("S3", 3).hasSize(3);
        }
    }
}
