package dev.assay.api.certificate;

import dev.assay.batch.signing.SigningKey;
import dev.assay.batch.signing.SigningKeys;
import dev.assay.core.fact.Values;
import dev.assay.store.fact.FactJson;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the authority signs of a grade. Written, it is {@code AC1.STATEMENT.SIGNATURE}: the statement is canonical JSON, the signature is Ed25519 over all that
 * stands before the last full stop, and both are base64url without padding (docs/certificates.md).
 *
 * @param business principal identity of the business, {@code SCHEME:VALUE}
 * @param subject what is graded, {@code SCHEME:VALUE}: the business, or one of its licences
 * @param name the business's name
 * @param model the model's id
 * @param grade the grade
 * @param day the day on which it was signed, and on which the grade stood
 * @param until the last day for which it is good
 * @param keyId id of the key that signs
 */
public record Certificate(
        String business,
        String subject,
        String name,
        String model,
        String grade,
        LocalDate day,
        LocalDate until,
        String keyId) {

    /** The most characters of a written certificate. */
    public static final int LONGEST = 2000;

    private static final String BEGINNING = "AC1.";
    private static final Pattern WRITTEN = Pattern.compile("AC1\\.([\\w-]{1,1900})\\.([\\w-]{86})(?![\\w-])");
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** Why a text is no certificate of this authority. */
    public enum Fault {
        /** There is no certificate in the text. */
        NONE,
        /** The statement cannot be read: it was altered, or made by a newer version. */
        UNREADABLE,
        /** The authority never had the key that it names, or had it at another time than the day that the statement names. */
        UNKNOWN_KEY,
        /** The signature is not that of the statement: one of them was altered. */
        FORGED
    }

    /**
     * What was found of a text.
     *
     * @param certificate the certificate; empty where there is a fault
     * @param fault the fault; empty where the authority signed it
     */
    public record Checked(Optional<Certificate> certificate, Optional<Fault> fault) {

        private static Checked of(Fault fault) {
            return new Checked(Optional.empty(), Optional.of(fault));
        }
    }

    /**
     * Writes and signs it.
     *
     * @param keys the keys, that of {@link #keyId} among them
     * @return the text
     */
    public String write(SigningKeys keys) {
        Map<String, Object> fields = new TreeMap<>();
        fields.put("b", business);
        fields.put("d", day.toString());
        fields.put("g", grade);
        fields.put("k", keyId);
        fields.put("m", model);
        fields.put("n", name);
        if (!subject.equals(business)) {
            fields.put("s", subject);
        }
        fields.put("u", until.toString());
        String signed = BEGINNING + encode(FactJson.write(Values.of(fields)).getBytes(StandardCharsets.UTF_8));
        byte[] signature = Base64.getDecoder().decode(keys.sign(keyId, signed));
        return signed + "." + encode(signature);
    }

    /**
     * Finds a written certificate in a text, such as an address that ends with it.
     *
     * @param text the text
     * @return the certificate as it is written; empty if there is none
     */
    public static Optional<String> find(String text) {
        Matcher matcher = WRITTEN.matcher(text);
        return matcher.find() ? Optional.of(matcher.group()) : Optional.empty();
    }

    /**
     * Checks what is written, without asking anybody.
     *
     * @param text the text
     * @param keys the authority's public keys, those that are not in use any more too
     * @return the certificate if one of the keys signed it, on a day on which that key was in use; else the fault
     */
    public static Checked check(String text, List<SigningKey> keys) {
        Matcher written = WRITTEN.matcher(text);
        if (!written.find()) {
            return Checked.of(Fault.NONE);
        }
        Certificate certificate;
        try {
            certificate = read(Base64.getUrlDecoder().decode(written.group(1)));
        } catch (RuntimeException unreadable) {
            return Checked.of(Fault.UNREADABLE);
        }
        Optional<SigningKey> key = keys.stream()
                .filter(candidate -> candidate.id().equals(certificate.keyId) && wasInUse(candidate, certificate.day))
                .findFirst();
        if (key.isEmpty()) {
            return Checked.of(Fault.UNKNOWN_KEY);
        }
        String signature =
                Base64.getEncoder().encodeToString(Base64.getUrlDecoder().decode(written.group(2)));
        return SigningKeys.isSignedBy(key.get(), BEGINNING + written.group(1), signature)
                ? new Checked(Optional.of(certificate), Optional.empty())
                : Checked.of(Fault.FORGED);
    }

    private static boolean wasInUse(SigningKey key, LocalDate day) {
        return !day.isBefore(LocalDate.ofInstant(key.from(), ZONE))
                && (key.until() == null || !day.isAfter(LocalDate.ofInstant(key.until(), ZONE)));
    }

    private static Certificate read(byte[] statement) {
        Values in = FactJson.read(statement);
        String business = get(in, "b");
        return new Certificate(
                business,
                in.findText("s").orElse(business),
                get(in, "n"),
                get(in, "m"),
                get(in, "g"),
                day(in, "d"),
                day(in, "u"),
                get(in, "k"));
    }

    private static String get(Values in, String name) {
        return in.findText(name).orElseThrow(() -> new IllegalArgumentException("The field (" + name + ") is absent."));
    }

    private static LocalDate day(Values in, String name) {
        try {
            return LocalDate.parse(get(in, name));
        } catch (DateTimeParseException malformed) {
            throw new IllegalArgumentException("The field (" + name + ") is no day.", malformed);
        }
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
