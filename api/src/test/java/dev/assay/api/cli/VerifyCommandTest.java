package dev.assay.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.batch.publish.ChangeLine;
import dev.assay.batch.publish.FullFiles;
import dev.assay.batch.publish.Manifest;
import dev.assay.batch.signing.SigningKeys;
import dev.assay.core.publication.Chain;
import dev.assay.core.publication.ChainEnd;
import dev.assay.core.publication.Change;
import dev.assay.core.publication.ChangeOperation;
import dev.assay.core.publication.ChangeReason;
import dev.assay.core.publication.ItemId;
import dev.assay.core.publication.SetDigest;
import dev.assay.core.publication.Sha256;
import dev.assay.store.publication.LoggedChange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a partner sees who proves what was fetched, and what scripts can rely on. */
class VerifyCommandTest {

    private static final Instant AT = Instant.parse("2026-11-22T08:15:00Z");
    private static final String CONTENT = "{\"grade\":\"A\"}";

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    Path folder;

    @SuppressWarnings("NullAway.Init") // set before each test
    private Path from;

    @SuppressWarnings("NullAway.Init") // set before each test
    private Path to;

    @SuppressWarnings("NullAway.Init") // set before each test
    private Path changes;

    @BeforeEach
    void write() throws IOException {
        Change.Draft added = new Change.Draft(
                ChangeOperation.ADD,
                new ItemId("rating", "m a:1 a:1"),
                ChangeReason.NEW_RECORD,
                null,
                Sha256.of(CONTENT));
        Change change = Change.next(ChainEnd.NONE, Chain.PUBLIC, added, AT);
        SetDigest.Sum sum = new SetDigest.Sum(SetDigest.EMPTY);
        from = full("a.ndjson", List.of(), sum.digest(), ChainEnd.NONE);
        sum.apply(added);
        to = full(
                "b.ndjson",
                List.of("{\"content\":%s,\"key\":\"m a:1 a:1\",\"kind\":\"rating\"}".formatted(CONTENT)),
                sum.digest(),
                change.end());
        changes = Files.write(folder.resolve("c.ndjson"), List.of(ChangeLine.write(new LoggedChange(change, CONTENT))));
    }

    private Path full(String name, List<String> lines, SetDigest digest, ChainEnd end) throws IOException {
        SigningKeys keys = new SigningKeys(folder);
        Path file = Files.write(folder.resolve(name), lines);
        String signed = new Manifest(
                        name,
                        Chain.PUBLIC,
                        LocalDate.parse("2026-11-22"),
                        end,
                        lines.size(),
                        digest.shortened(),
                        Sha256.of(Files.readAllBytes(file)),
                        AT,
                        keys.currentId(AT))
                .text();
        Files.writeString(
                folder.resolve(name + FullFiles.MANIFEST),
                signed + "\n" + keys.sign(keys.currentId(AT), signed) + "\n");
        return file;
    }

    private CommandResult verify(String... more) {
        String[] arguments = {"verify", "--from", from.toString(), "--to", to.toString(), "--lang", "en"};
        String[] all = Arrays.copyOf(arguments, arguments.length + more.length);
        System.arraycopy(more, 0, all, arguments.length, more.length);
        return CommandResult.of(all);
    }

    @Test
    void whatFitsIsProvedWithStatus0() throws IOException {
        Path keys = Files.writeString(
                folder.resolve("keys.json"),
                CommandResult.of("keys", "list", "--data", folder.toString()).out());

        CommandResult result = verify("--changes", changes.toString(), "--keys", keys.toString());

        assertThat(result.status()).isZero();
        assertThat(result.out()).contains("0 items; 1 changes;", ": 1 items", "Equal; set digest ");
        assertThat(result.out()).doesNotContain("not checked");
    }

    @Test
    void whatDiffersIsToldWithStatus1() throws IOException {
        Files.writeString(changes, Files.readString(changes).replace("new-record", "repair"));

        CommandResult result = verify("--changes", changes.toString(), "--data", folder.toString());

        assertThat(result.status()).isEqualTo(ExitStatus.DONE_WITH_REFUSALS);
        assertThat(result.out()).contains("line 1: its hash is ", "Not equal: 1 differences");
    }

    @Test
    void withoutKeysItSaysThatSignaturesWereNotChecked() {
        CommandResult result = verify(
                "--changes",
                changes.toString(),
                "--data",
                folder.resolve("elsewhere").toString());

        assertThat(result.status()).isZero();
        assertThat(result.out()).contains("Signatures were not checked");
    }

    @Test
    void filesThatAreNotThereAreUnusable() {
        assertThat(verify("--changes", "nowhere.ndjson").status()).isEqualTo(ExitStatus.UNUSABLE);
        assertThat(CommandResult.of("keys").status()).isEqualTo(ExitStatus.UNUSABLE);
    }

    @Test
    void afterAChangeOfKeysBothAreListed() {
        CommandResult rotated = CommandResult.of("keys", "rotate", "--data", folder.toString(), "--lang", "en");

        assertThat(rotated.status()).isZero();
        assertThat(rotated.out()).contains("The key in use is now ");
        assertThat(CommandResult.of("keys", "list", "--data", folder.toString()).out())
                .containsPattern("\"until\":\"");
        assertThat(verify("--changes", changes.toString(), "--data", folder.toString())
                        .status())
                .as("what the earlier key signed is still right")
                .isZero();
    }
}
