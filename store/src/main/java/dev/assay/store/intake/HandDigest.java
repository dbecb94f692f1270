package dev.assay.store.intake;

import dev.assay.core.fact.Values;
import dev.assay.store.fact.FactJson;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** What stands in the place of a file's digest where a person told something: that of everything that was told. */
final class HandDigest {

    private HandDigest() {}

    static String of(String act, long business, HandGrounds grounds, @Nullable HandFact fact, @Nullable Record old) {
        Map<String, Object> told = new TreeMap<>();
        told.put("act", act);
        told.put("business", Long.toString(business));
        told.put("by", grounds.decision().by());
        told.put("at", grounds.decision().at().toString());
        told.put("reason", grounds.decision().reason());
        told.put("paper", grounds.paper());
        if (old != null) {
            told.put("version", old.get("fact_id", String.class));
        }
        if (fact != null) {
            told.put("kind", fact.kind());
            told.put("occurred_on", fact.occurredOn().toString());
            told.put("licence", fact.licence() == null ? "" : fact.licence());
            told.put("fields", fact.values());
        }
        try {
            byte[] text = FactJson.write(Values.of(told)).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }
}
