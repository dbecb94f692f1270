package dev.assay.batch.verify;

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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A chain that grows at random, and writes the files that the authority would; plain, so that a test can tamper with their lines. */
final class PublishedHistory {

    private static final Instant AT = Instant.parse("2026-11-22T08:15:00Z");

    private final Random random;
    private final Path folder;
    private final SigningKeys keys;
    private final Map<ItemId, String> contents = new TreeMap<>();
    private final List<LoggedChange> changes = new ArrayList<>();
    private final SetDigest.Sum digest = new SetDigest.Sum(SetDigest.EMPTY);
    private ChainEnd end = ChainEnd.NONE;

    PublishedHistory(long seed, Path folder) {
        this.random = new Random(seed);
        this.folder = folder;
        this.keys = new SigningKeys(folder);
    }

    Random random() {
        return random;
    }

    SigningKeys keys() {
        return keys;
    }

    int length() {
        return changes.size();
    }

    void grow(int steps) {
        for (int i = 0; i < steps; i++) {
            ItemId item = new ItemId(random.nextInt(5) == 0 ? "list-entry" : "rating", "m \"甲\" " + random.nextInt(60));
            String was = contents.get(item);
            String content = was != null && random.nextInt(3) == 0
                    ? null
                    : "{\"name\":\"乙 \\\"%d\\\"\",\"score\":%d.5}".formatted(random.nextInt(9), random.nextInt(1000));
            if (was == null || !was.equals(content)) {
                change(item, was, content);
            }
        }
    }

    private void change(ItemId item, @Nullable String was, @Nullable String content) {
        Change.Draft draft = new Change.Draft(
                was == null ? ChangeOperation.ADD : content == null ? ChangeOperation.WITHDRAW : ChangeOperation.MODIFY,
                item,
                ChangeReason.CORRECTION,
                was == null ? null : Sha256.of(was),
                content == null ? null : Sha256.of(content));
        Change change = Change.next(end, Chain.PUBLIC, draft, AT.plusSeconds(changes.size()));
        // A content that is replaced is not given out any more.
        changes.replaceAll(
                logged -> logged.change().item().equals(item) ? new LoggedChange(logged.change(), null) : logged);
        changes.add(new LoggedChange(change, content));
        digest.apply(draft);
        end = change.end();
        if (content == null) {
            contents.remove(item);
        } else {
            contents.put(item, content);
        }
    }

    /** The full file as it stands. */
    Path full(String name) throws IOException {
        List<String> lines = contents.entrySet().stream()
                .map(item -> "{\"content\":%s,\"key\":\"%s\",\"kind\":\"%s\"}"
                        .formatted(
                                item.getValue(),
                                item.getKey().key().replace("\"", "\\\""),
                                item.getKey().kind()))
                .toList();
        return full(name, lines, contents.size(), digest.digest(), end);
    }

    /** A full file of any lines with a manifest that says of them what is wanted. */
    Path full(String name, List<String> lines, int count, SetDigest digest, ChainEnd end) throws IOException {
        Path file = Files.write(folder.resolve(name), lines);
        Manifest manifest = new Manifest(
                name,
                Chain.PUBLIC,
                LocalDate.parse("2026-11-22"),
                end,
                count,
                digest.shortened(),
                Sha256.of(Files.readAllBytes(file)),
                AT,
                keys.currentId(AT));
        Files.writeString(
                folder.resolve(name + FullFiles.MANIFEST),
                manifest.text() + "\n" + keys.sign(manifest.keyId(), manifest.text()) + "\n");
        return file;
    }

    /** The lines of the changes behind a number. */
    List<String> lines(int after) {
        return new ArrayList<>(changes.subList(after, changes.size()).stream()
                .map(ChangeLine::write)
                .toList());
    }
}
