package dev.assay.api.paging;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What tells a cursor of this server from one that somebody made up: a keyed hash over the place and the address of the listing. */
public final class CursorSeal {

    private static final String ALGORITHM = "HmacSHA256";

    /** So many bytes of the hash: guessing one right takes 2^96 requests on average. */
    private static final int BYTES = 12;

    private final SecretKeySpec key;

    /**
     * A seal.
     *
     * @param key the key, the same on all servers of an installation
     */
    public CursorSeal(byte[] key) {
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    /** A place as it leaves the server; good at its address only. */
    String close(String place, String address) {
        byte[] plain = place.getBytes(StandardCharsets.UTF_8);
        byte[] sealed = Arrays.copyOf(hash(plain, address), BYTES + plain.length);
        System.arraycopy(plain, 0, sealed, BYTES, plain.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
    }

    /** The place; empty if the text is none that {@link #close} gave at this address. */
    Optional<String> open(String text, String address) {
        try {
            byte[] sealed = Base64.getUrlDecoder().decode(text);
            if (sealed.length < BYTES) {
                return Optional.empty();
            }
            byte[] plain = Arrays.copyOfRange(sealed, BYTES, sealed.length);
            return MessageDigest.isEqual(hash(plain, address), Arrays.copyOf(sealed, BYTES))
                    ? Optional.of(new String(plain, StandardCharsets.UTF_8))
                    : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private byte[] hash(byte[] place, String address) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update((address + "\n").getBytes(StandardCharsets.UTF_8));
            return Arrays.copyOf(mac.doFinal(place), BYTES);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java has " + ALGORITHM, impossible);
        }
    }
}
