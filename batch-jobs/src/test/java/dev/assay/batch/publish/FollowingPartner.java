package dev.assay.batch.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.batch.signing.SigningKeys;
import dev.assay.batch.verify.Verification;
import dev.assay.core.publication.Chain;
import dev.assay.core.publication.ChainEnd;
import dev.assay.core.publication.Follower;
import dev.assay.core.publication.SetDigest;
import dev.assay.store.database.Database;
import dev.assay.store.publication.ChainHead;
import dev.assay.store.publication.ChangeLog;
import dev.assay.store.publication.LoggedChange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A partner who fetched a full file once and follows a chain from then on. At each step it proves with the files alone that its earlier full
 * file and the changes give the new one.
 */
final class FollowingPartner {

    private static final int ALL = 1_000_000;

    private final Chain chain;
    private final Path data;
    private final Path own;
    private final ChangeLog log;
    private @Nullable Path held;
    private long number;

    FollowingPartner(Chain chain, Path data, Database database) throws IOException {
        this.chain = chain;
        this.data = data;
        this.own = Files.createDirectories(data.resolve("partner-" + chain.code()));
        this.log = new ChangeLog(database.dsl());
    }

    /** Fetches the changes and the newest full file, proves that they fit, and answers the changes. */
    List<LoggedChange> follow() throws IOException {
        List<LoggedChange> changes = log.after(chain, number, ALL);
        Path fetched = fetchFull();
        if (held != null) {
            Path lines = Files.write(
                    own.resolve("changes.ndjson"),
                    changes.stream().map(ChangeLine::write).toList());
            Verification.Report report =
                    Verification.run(new Verification.Request(held, lines, fetched, new SigningKeys(data).all()));
            assertThat(report.findings()).isEmpty();
            assertThat(report.changes()).isEqualTo(changes.size());
        }
        held = fetched;
        ChainHead head = log.head(chain);
        number = head.end().number();
        assertThat(digestOfAllChanges().shortened()).isEqualTo(head.digest().shortened());
        return changes;
    }

    private SetDigest digestOfAllChanges() {
        Follower follower = new Follower(chain, ChainEnd.NONE);
        log.after(chain, 0, ALL)
                .forEach(logged -> assertThat(follower.apply(logged.change())).isEmpty());
        SetDigest.Sum sum = new SetDigest.Sum(SetDigest.EMPTY);
        follower.items().forEach(item -> sum.add(item, follower.find(item).orElseThrow()));
        return sum.digest();
    }

    private Path fetchFull() throws IOException {
        try (var files = Files.newDirectoryStream(data.resolve("published"), "full-" + chain.code() + "-*.zst")) {
            List<Path> all = new ArrayList<>();
            files.forEach(all::add);
            assertThat(all).as("only the newest full file is kept").hasSize(1);
            Path file = all.getFirst();
            Path copy = own.resolve(file.getFileName());
            Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
            Files.copy(
                    file.resolveSibling(file.getFileName() + FullFiles.MANIFEST),
                    own.resolve(file.getFileName() + FullFiles.MANIFEST),
                    StandardCopyOption.REPLACE_EXISTING);
            return copy;
        }
    }
}
