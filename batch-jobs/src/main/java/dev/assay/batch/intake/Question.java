package dev.assay.batch.intake;

import dev.assay.batch.feed.FoundBusiness;
import dev.assay.core.identity.Identity;
import dev.assay.core.identity.MatchingKey;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** The short form of a question, under which a person's answer is kept. */
final class Question {

    private Question() {}

    /** The SHA-256 of folded name, folded address, division and identities. */
    static String of(FoundBusiness.ByMatch asked) {
        List<String> parts = new ArrayList<>(
                List.of(MatchingKey.of(asked.name()), MatchingKey.of(asked.address()), asked.division()));
        asked.identities().stream().map(Identity::toString).forEach(parts::add);
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(String.join("\u001f", parts).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }
}
