package dev.assay.batch.verify;

import dev.assay.batch.publish.ChangeLine;
import dev.assay.batch.signing.SigningKey;
import dev.assay.batch.verify.Finding.Kind;
import dev.assay.core.publication.Change;
import dev.assay.core.publication.Follower.Fault;
import dev.assay.core.publication.ItemId;
import dev.assay.core.publication.SetDigest;
import dev.assay.core.publication.Sha256;
import dev.assay.store.publication.LoggedChange;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Proves that a full file and the changes since give another full file, or says what differs. */
public final class Verification {

    private final Findings findings = new Findings();
    private final FullFile from;
    private long changes;
    private boolean broken;

    /** The digest of the earlier file's items with what the changes make of them. */
    private SetDigest result;

    private Verification(Path from, List<SigningKey> keys) throws IOException {
        this.from = FullFile.read(from, keys, findings);
        this.result = this.from.digest();
    }

    /**
     * What is to be held against each other.
     *
     * @param from the earlier full file, its manifest beside it
     * @param changes the changes since, one a line; null where there must be none
     * @param to the later full file, its manifest beside it
     * @param keys the public keys; empty leaves signatures unchecked
     */
    public record Request(Path from, @Nullable Path changes, Path to, List<SigningKey> keys) {

        /** Copies the keys. */
        public Request {
            keys = List.copyOf(keys);
        }
    }

    /**
     * What came of it.
     *
     * @param itemsFrom items of the earlier file
     * @param changes changes that were read
     * @param itemsTo items of the later file
     * @param digest digest of the later file's items, in short
     * @param applying how long the changes took, from their file to the digest that they lead to
     * @param findings what does not fit, the first hundred; none is the proof
     * @param count how many there are
     */
    public record Report(
            long itemsFrom,
            long changes,
            long itemsTo,
            String digest,
            Duration applying,
            List<Finding> findings,
            long count) {

        /** Copies the list. */
        public Report {
            findings = List.copyOf(findings);
        }
    }

    /**
     * Verifies.
     *
     * @param request what
     * @return what came of it
     * @throws IllegalArgumentException if a manifest is missing or is none
     * @throws IOException if a file cannot be read
     */
    public static Report run(Request request) throws IOException {
        Verification verification = new Verification(request.from(), request.keys());
        int itemsFrom = verification.from.items().size();
        long start = System.nanoTime();
        if (request.changes() != null) {
            verification.apply(request.changes());
        }
        Duration applying = Duration.ofNanos(System.nanoTime() - start);
        FullFile to = FullFile.read(request.to(), request.keys(), verification.findings);
        verification.compare(to);
        return new Report(
                itemsFrom,
                verification.changes,
                to.items().size(),
                to.digest().shortened(),
                applying,
                verification.findings.kept(),
                verification.findings.count());
    }

    /** A line with what was found in it by itself. */
    private record Parsed(
            @Nullable LoggedChange logged, @Nullable Kind fault, String detail) {}

    private void apply(Path file) throws IOException {
        SetDigest.Sum sum = new SetDigest.Sum(from.digest());
        LineBatches.read(file, this::part, part -> {
            sum.add(part.digest());
            for (int i = 0; i < part.lines().size(); i++) {
                take(part.lines().get(i), file, part.first() + i);
            }
        });
        result = sum.digest();
    }

    /**
     * Lines with what was found in each by itself.
     *
     * @param first the number of the first
     * @param lines what was found
     * @param digest what their changes add to the digest of the items, which counts if every one of them is carried out
     */
    private record Part(long first, List<Parsed> lines, SetDigest digest) {}

    private Part part(long first, List<byte[]> lines) {
        SetDigest.Sum sum = new SetDigest.Sum(SetDigest.EMPTY);
        List<Parsed> parsed = new ArrayList<>(lines.size());
        for (byte[] line : lines) {
            Parsed one = parse(line);
            parsed.add(one);
            if (one.logged() != null && !isBefore(one.logged().change())) {
                sum.apply(one.logged().change());
            }
        }
        return new Part(first, parsed, sum.digest());
    }

    private boolean isBefore(Change change) {
        return change.number() <= from.manifest().end().number();
    }

    private static Parsed parse(byte[] line) {
        LoggedChange logged;
        try {
            logged = ChangeLine.parse(line);
        } catch (IllegalArgumentException malformed) {
            return new Parsed(null, Kind.LINE, String.valueOf(malformed.getMessage()));
        }
        Change change = logged.change();
        if (!change.computedHash().equals(change.hash())) {
            return new Parsed(logged, Kind.HASH, change.hash());
        }
        String content = logged.content();
        return content == null || Sha256.of(content).equals(change.contentHash())
                ? new Parsed(logged, null, "")
                : new Parsed(logged, Kind.CONTENT, Sha256.of(content));
    }

    /** Where the chain broke nothing after it can be judged, so the first break is told and no more. */
    private void take(Parsed parsed, Path file, long line) {
        changes++;
        if (broken) {
            return;
        }
        if (parsed.fault() != null) {
            String expected = parsed.logged() == null
                    ? ""
                    : parsed.fault() == Kind.HASH
                            ? parsed.logged().change().computedHash()
                            : Objects.requireNonNullElse(
                                    parsed.logged().change().contentHash(), "");
            findings.add(parsed.fault(), where(file, line), expected, parsed.detail());
            broken = true;
            return;
        }
        Change change = Objects.requireNonNull(parsed.logged()).change();
        if (isBefore(change) && from.items().end().equals(from.manifest().end())) {
            // Whoever fetched a little too much is not punished for it.
            return;
        }
        Optional<Fault> fault = from.items().apply(change);
        fault.ifPresent(found -> {
            broken = true;
            findings.add(
                    switch (found) {
                        case OTHER_CHAIN -> Kind.CHAIN;
                        case NUMBER -> Kind.NUMBER;
                        case PREVIOUS -> Kind.PREVIOUS;
                        case HASH -> Kind.HASH;
                        case STATE -> Kind.STATE;
                    },
                    where(file, line),
                    expected(found),
                    found(found, change));
        });
    }

    private static String where(Path file, long line) {
        return file + ", line " + line;
    }

    private String expected(Fault fault) {
        return switch (fault) {
            case OTHER_CHAIN -> from.manifest().chain().code();
            case NUMBER -> Long.toString(from.items().end().number() + 1);
            case PREVIOUS -> from.items().end().hash();
            case HASH, STATE -> "";
        };
    }

    private static String found(Fault fault, Change change) {
        return switch (fault) {
            case OTHER_CHAIN -> change.chain().code();
            case NUMBER -> Long.toString(change.number());
            case PREVIOUS -> change.previous();
            case HASH -> change.hash();
            case STATE -> change.operation().code() + " " + change.item();
        };
    }

    private void compare(FullFile to) {
        if (to.manifest().chain() != from.manifest().chain()) {
            findings.add(
                    Kind.CHAIN,
                    to.manifest().file(),
                    from.manifest().chain().code(),
                    to.manifest().chain().code());
            return;
        }
        if (broken) {
            return;
        }
        if (!from.items().end().equals(to.manifest().end())) {
            findings.add(
                    Kind.END,
                    to.manifest().file(),
                    to.manifest().end().number() + " " + to.manifest().end().hash(),
                    from.items().end().number() + " " + from.items().end().hash());
        }
        Set<ItemId> all = new HashSet<>(from.items().items());
        all.addAll(to.items().items());
        for (ItemId item : all) {
            compare(
                    item,
                    from.items().find(item).orElse(null),
                    to.items().find(item).orElse(null));
        }
        if (!result.equals(to.digest())) {
            findings.add(
                    Kind.RESULT,
                    to.manifest().file(),
                    result.shortened(),
                    to.digest().shortened());
        }
    }

    private void compare(ItemId item, @Nullable String expected, @Nullable String found) {
        if (expected == null) {
            findings.add(Kind.SURPLUS, item.toString(), "", "");
        } else if (found == null) {
            findings.add(Kind.MISSING, item.toString(), "", "");
        } else if (!expected.equals(found)) {
            findings.add(Kind.DIFFERENT, item.toString(), expected, found);
        }
    }
}
