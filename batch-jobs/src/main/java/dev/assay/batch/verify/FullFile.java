package dev.assay.batch.verify;

import dev.assay.batch.publish.FullFiles;
import dev.assay.batch.publish.ItemLine;
import dev.assay.batch.publish.Manifest;
import dev.assay.batch.signing.SigningKey;
import dev.assay.batch.signing.SigningKeys;
import dev.assay.batch.verify.Finding.Kind;
import dev.assay.core.publication.Follower;
import dev.assay.core.publication.SetDigest;
import dev.assay.core.publication.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * A full file that was read and held against its manifest.
 *
 * @param manifest what was signed of it
 * @param items its items, as one who begins with it
 * @param digest the digest of its items, as it was computed from them
 */
record FullFile(Manifest manifest, Follower items, SetDigest digest) {

    /** Items of some lines, and their digest. */
    private record Read(List<ItemLine> items, SetDigest digest) {}

    /**
     * Reads a file.
     *
     * @throws IllegalArgumentException if it has no manifest
     * @throws IOException if it cannot be read
     */
    static FullFile read(Path file, List<SigningKey> keys, Findings findings) throws IOException {
        Manifest manifest = manifest(file, keys, findings);
        String sha256 = sha256(file);
        if (!sha256.equals(manifest.sha256())) {
            findings.add(Kind.FILE_HASH, file.toString(), manifest.sha256(), sha256);
        }
        Follower items = new Follower(manifest.chain(), manifest.end());
        SetDigest.Sum sum = new SetDigest.Sum(SetDigest.EMPTY);
        LineBatches.read(file, (first, lines) -> read(file, first, lines, findings), read -> {
            sum.add(read.digest());
            for (ItemLine item : read.items()) {
                if (!items.take(item.id(), item.contentHash())) {
                    findings.add(Kind.DOUBLE, file + ", " + item.id(), "", "");
                }
            }
        });
        if (items.size() != manifest.count()) {
            findings.add(Kind.COUNT, file.toString(), Long.toString(manifest.count()), Integer.toString(items.size()));
        }
        SetDigest digest = sum.digest();
        if (!digest.shortened().equals(manifest.digest())) {
            findings.add(Kind.DIGEST, file.toString(), manifest.digest(), digest.shortened());
        }
        return new FullFile(manifest, items, digest);
    }

    private static Read read(Path file, long first, List<byte[]> lines, Findings findings) {
        SetDigest.Sum sum = new SetDigest.Sum(SetDigest.EMPTY);
        List<ItemLine> items = new ArrayList<>(lines.size());
        for (int i = 0; i < lines.size(); i++) {
            try {
                ItemLine item = ItemLine.parse(lines.get(i));
                sum.add(item.id(), item.contentHash());
                items.add(item);
            } catch (IllegalArgumentException malformed) {
                findings.add(Kind.LINE, file + ", line " + (first + i), "", String.valueOf(malformed.getMessage()));
            }
        }
        return new Read(items, sum.digest());
    }

    private static Manifest manifest(Path file, List<SigningKey> keys, Findings findings) throws IOException {
        Path beside = file.resolveSibling(file.getFileName() + FullFiles.MANIFEST);
        if (!Files.exists(beside)) {
            throw new IllegalArgumentException("The full file (%s) has no manifest beside it.%nMaybe fetch %s too."
                    .formatted(file, beside.getFileName()));
        }
        List<String> lines = Files.readAllLines(beside);
        if (lines.size() != 2) {
            throw new IllegalArgumentException(
                    "The manifest (%s) has %d lines, not 2.%nMaybe it was cut off on its way."
                            .formatted(beside, lines.size()));
        }
        Manifest manifest = Manifest.parse(lines.getFirst());
        boolean signed = keys.stream()
                .filter(key -> key.id().equals(manifest.keyId()))
                .anyMatch(key -> SigningKeys.isSignedBy(key, lines.getFirst(), lines.getLast()));
        if (!keys.isEmpty() && !signed) {
            findings.add(Kind.SIGNATURE, beside.toString(), manifest.keyId(), "");
        }
        return manifest;
    }

    private static String sha256(Path file) throws IOException {
        MessageDigest sha = Sha256.digest();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), sha)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(sha.digest());
    }
}
