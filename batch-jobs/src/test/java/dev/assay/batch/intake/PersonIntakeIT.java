package dev.assay.batch.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.batch.JobFailedException;
import dev.assay.batch.reading.FileRefusedException;
import dev.assay.core.fact.PersonNumber;
import dev.assay.model.config.ConfigFiles;
import dev.assay.store.person.PersonKey;
import dev.assay.store.person.PersonNumbers;
import dev.assay.store.testing.OnEachServer;
import dev.assay.store.testing.TestDatabases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jooq.Record;
import org.junit.jupiter.api.io.TempDir;

/** Numbers of identity documents on their way from files into a real database. */
class PersonIntakeIT {

    private static final String NUMBER = "11010519491231002X";
    private static final String FIRMS = """
            feed: firms
            title: {zh: 企业, en: Firms}
            format: {type: csv, encoding: utf-8}
            state: delta
            as_at: {latest_of: day}
            columns: [code, name, day]
            business:
              - {scheme: registration-no, column: code, creates: true}
            facts:
              - kind: business
                key: [code]
                occurred_on: {column: day, required: true}
                fields: {name: name}
            """;
    private static final String BANS_OF_KNOWN_FIRMS = """
            feed: known-bans
            title: {zh: 从业禁止, en: Bans}
            format: {type: csv, encoding: utf-8}
            state: delta
            as_at: {latest_of: day}
            columns: [no, person, number, code, day]
            business:
              - {scheme: registration-no, column: code}
            facts:
              - kind: trade-ban
                key: [no]
                occurred_on: {column: day, required: true}
                fields: {person: person, person_number: number, term: {constant: five-years}}
            """;
    private static final Instant NOW = Instant.parse("2026-11-22T00:00:00Z");

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    Path directory;

    private Path bans(String name, String... rows) throws IOException {
        return Files.writeString(
                directory.resolve(name), "决定书文号,姓名,身份证号,统一社会信用代码,禁止期限,决定日期,决定机关\n" + String.join("\n", rows) + "\n");
    }

    private static String ban(String number, String person, String code) {
        return "禁" + code.substring(code.length() - 4) + "," + person + "," + number + "," + code + ",五年,2025-03-01,某局";
    }

    /** Every text of every table, so that a number has no place to hide. */
    private static String everything(Intake intake) {
        StringBuilder all = new StringBuilder();
        List<String> tables = intake.texts(
                "SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE() AND table_type = 'BASE TABLE'");
        for (String table : tables) {
            for (Record row : intake.test().database().dsl().fetch("SELECT * FROM " + table)) {
                all.append(table).append(' ').append(row.intoList()).append('\n');
            }
        }
        return all.toString();
    }

    @OnEachServer
    void numbers_that_cannot_be_loaded_stop_the_import_and_are_loaded_when_it_goes_on(TestDatabases server)
            throws IOException {
        try (Intake intake = Intake.on(server)) {
            Path file = bans("bans.csv", ban(NUMBER, "某人", "91350100M000100Y43"));
            var dsl = intake.test().database().dsl();
            dsl.execute("ALTER TABLE staged_person ADD CONSTRAINT broken CHECK (fact_no < 0)");
            assertThatThrownBy(() -> intake.run("cn-trade-ban", file)).isInstanceOf(JobFailedException.class);
            assertThat(intake.texts("SELECT state FROM import_run")).containsExactly("STAGING");
            dsl.execute("ALTER TABLE staged_person DROP CONSTRAINT broken");
            assertThat(Intake.account(intake.run("cn-trade-ban", file)))
                    .isEqualTo("read 1 = taken 1 + unchanged 0 + superseded 0 + refused 0");
            assertThat(intake.texts("SELECT token FROM person_number")).hasSize(1);
            assertThat(intake.texts("SELECT fact_no FROM staged_fact")).isEmpty();
        }
    }

    @OnEachServer
    void after_a_merge_that_failed_nobody_is_found_by_a_number_until_it_is_gone_on_with(TestDatabases server)
            throws IOException {
        try (Intake intake = Intake.on(server)) {
            Path file = bans("bans.csv", ban(NUMBER, "某人", "91350100M000100Y43"));
            var dsl = intake.test().database().dsl();
            PersonNumbers persons = new PersonNumbers(dsl);
            dsl.execute("ALTER TABLE fact ADD CONSTRAINT broken CHECK (line < 0)");
            assertThatThrownBy(() -> intake.run("cn-trade-ban", file)).isInstanceOf(JobFailedException.class);
            assertThat(persons.search(new PersonNumber(NUMBER), Intake.PERSON_KEY, "regulator", "case 9", NOW))
                    .isEmpty();
            dsl.execute("ALTER TABLE fact DROP CONSTRAINT broken");
            intake.run("cn-trade-ban", file);
            assertThat(persons.search(new PersonNumber(NUMBER), Intake.PERSON_KEY, "regulator", "case 9", NOW))
                    .hasSize(1);
            assertThat(intake.texts("SELECT token FROM person_number")).hasSize(1);
        }
    }

    @OnEachServer
    void a_number_is_nowhere_in_the_database_and_can_be_revealed_with_the_key(TestDatabases server) throws IOException {
        try (Intake intake = Intake.on(server)) {
            ImportReport report = intake.run(
                    "cn-trade-ban",
                    bans(
                            "bans.csv",
                            ban(NUMBER, "某甲", "91320600000000019U"),
                            // Refused for its day, for its columns, and because what is masked is no number.
                            ban(NUMBER, "某乙", "91320600000000019U").replace("2025-03-01", "2025-02-30"),
                            "禁9," + NUMBER,
                            ban("●●●●●●", "某丙", "91320600000000019U")));
            assertThat(Intake.account(report)).isEqualTo("read 4 = taken 1 + unchanged 0 + superseded 0 + refused 3");
            assertThat(intake.texts("SELECT reason FROM quarantine ORDER BY line"))
                    .containsExactly("bad-date", "column-count", "missing-value");

            assertThat(everything(intake)).contains("某甲", "禁019U").doesNotContain(NUMBER, "1101051949");

            PersonNumbers persons = new PersonNumbers(intake.test().database().dsl());
            String token = intake.texts("SELECT JSON_UNQUOTE(JSON_EXTRACT(content, '$.person_number')) FROM fact")
                    .getFirst();
            assertThat(PersonNumber.isToken(token)).isTrue();
            assertThat(persons.reveal(token, Intake.PERSON_KEY, "regulator", "case 7", NOW))
                    .hasValueSatisfying(number -> assertThat(number.plain()).isEqualTo(NUMBER));
            assertThat(persons.accesses(9))
                    .containsExactly(new PersonNumbers.Access(NOW, "regulator", "REVEALED", "case 7"));
        }
    }

    @OnEachServer
    void a_banned_person_is_found_at_another_business_however_the_number_is_written(TestDatabases server)
            throws IOException {
        try (Intake intake = Intake.on(server)) {
            intake.run("cn-trade-ban", bans("a.csv", ban(NUMBER, "某甲", "91320600000000019U")));
            intake.run("cn-trade-ban", bans("b.csv", ban("１１０１０５ 19491231 002x", "某甲", "92320613MA0000015A")));
            intake.run("cn-trade-ban", bans("c.csv", ban("110105194912310020", "某丁", "91350100M000100Y43")));
            PersonNumbers persons = new PersonNumbers(intake.test().database().dsl());

            assertThat(persons.search(new PersonNumber(NUMBER), Intake.PERSON_KEY, "regulator", "case 8", NOW))
                    .extracting(mention -> mention.business().toString())
                    .containsExactlyInAnyOrder("uscc:91320600000000019U", "uscc:92320613MA0000015A");
            assertThat(persons.accesses(9))
                    .extracting(PersonNumbers.Access::purpose)
                    .containsExactly("SEARCHED");
            assertThatThrownBy(() -> persons.search(new PersonNumber(NUMBER), Intake.PERSON_KEY, "regulator", " ", NOW))
                    .hasMessageContaining("reason is blank");
        }
    }

    @OnEachServer
    void a_number_of_several_rows_is_kept_once_and_found_at_each_business(TestDatabases server) throws IOException {
        try (Intake intake = Intake.on(server)) {
            intake.run(
                    "cn-trade-ban",
                    bans(
                            "a.csv",
                            ban(NUMBER, "某甲", "91320600000000019U"),
                            ban("110105194912310020", "某丁", "91350100M000100Y43"),
                            ban(NUMBER, "某甲", "92320613MA0000015A")));
            PersonNumbers persons = new PersonNumbers(intake.test().database().dsl());

            assertThat(intake.texts("SELECT token FROM person_number")).hasSize(2);
            assertThat(persons.search(new PersonNumber(NUMBER), Intake.PERSON_KEY, "regulator", "case 8", NOW))
                    .extracting(mention -> mention.business().toString())
                    .containsExactlyInAnyOrder("uscc:91320600000000019U", "uscc:92320613MA0000015A");
        }
    }

    @OnEachServer
    void a_number_is_kept_only_of_records_that_find_their_business(TestDatabases server) throws IOException {
        Path feeds = Files.createDirectories(directory.resolve("config/feeds"));
        Files.writeString(feeds.resolve("firms.yaml"), FIRMS);
        Files.writeString(feeds.resolve("known-bans.yaml"), BANS_OF_KNOWN_FIRMS);
        try (Intake intake = Intake.on(server, ConfigFiles.in(directory.resolve("config")))) {
            intake.run("firms", Files.writeString(directory.resolve("firms.csv"), "code,name,day\nA,甲,2025-01-01\n"));
            ImportReport report =
                    intake.run("known-bans", Files.writeString(directory.resolve("bans.csv"), """
                            no,person,number,code,day
                            1,某甲,%1$s,UNKNOWN,2025-03-01
                            2,某甲,%1$s,A,2025-03-01
                            3,某乙,110105194912310020,UNKNOWN,2025-03-01
                            """.formatted(NUMBER)));
            assertThat(Intake.account(report)).isEqualTo("read 3 = taken 1 + unchanged 0 + superseded 0 + refused 2");
            assertThat(intake.texts("SELECT token FROM person_number"))
                    .containsExactly(Intake.PERSON_KEY.token(new PersonNumber(NUMBER)));
            assertThat(intake.texts("SELECT record_key FROM person_mention")).containsExactly("2");
        }
    }

    @OnEachServer
    void the_same_file_again_is_unchanged_though_every_encryption_is_another(TestDatabases server) throws IOException {
        try (Intake intake = Intake.on(server)) {
            Path file = bans("a.csv", ban(NUMBER, "某甲", "91320600000000019U"));
            intake.run("cn-trade-ban", file);

            assertThat(intake.run("cn-trade-ban", file).changedNothing()).isTrue();
            assertThat(intake.texts("SELECT COUNT(*) FROM person_number")).containsExactly("1");
        }
    }

    @OnEachServer
    void without_a_key_a_file_with_numbers_is_refused_and_one_without_is_not(TestDatabases server) throws IOException {
        try (Intake intake = Intake.on(server, ConfigFiles.packaged(), Optional.empty())) {
            Path with = bans("with.csv", ban("", "某乙", "91320600000000019U"), ban(NUMBER, "某甲", "92320613MA0000015A"));

            assertThatThrownBy(() -> intake.run("cn-trade-ban", with))
                    .isInstanceOf(FileRefusedException.class)
                    .hasMessageContaining("numbers of identity documents (line 3), and there is no key")
                    .hasMessageContaining("ASSAY_PERSON_KEY_FILE");
            assertThat(intake.texts("SELECT COUNT(*) FROM fact")).containsExactly("0");
            assertThat(everything(intake)).doesNotContain(NUMBER);
            ImportReport without = intake.run("cn-trade-ban", bans("without.csv", ban("", "某乙", "91320600000000019U")));
            assertThat(without.taken()).isEqualTo(1);
        }
    }

    @OnEachServer
    void another_key_neither_finds_nor_decrypts(TestDatabases server) throws IOException {
        try (Intake intake = Intake.on(server)) {
            intake.run("cn-trade-ban", bans("a.csv", ban(NUMBER, "某甲", "91320600000000019U")));
            PersonKey other = PersonKey.parse(
                    Base64.getEncoder().encodeToString(new byte[] {
                        1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26,
                        27, 28, 29, 30, 31, 32
                    }),
                    "the test");
            PersonNumbers persons = new PersonNumbers(intake.test().database().dsl());
            String token = Intake.PERSON_KEY.token(new PersonNumber(NUMBER));

            assertThat(persons.search(new PersonNumber(NUMBER), other, "regulator", "case 9", NOW))
                    .isEmpty();
            assertThatThrownBy(() -> persons.reveal(token, other, "regulator", "case 9", NOW))
                    .hasMessageContaining("another key");
        }
    }
}
