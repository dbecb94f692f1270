package dev.assay.store.person;

import dev.assay.core.fact.PersonNumber;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key for numbers of identity documents. It is never in the database. Two keys are derived from it: one encrypts (AES-256-GCM), the other
 * makes the hash by which equal numbers are found (HMAC-SHA-256).
 */
public final class PersonKey {

    /** The environment variable with the key, 32 bytes in Base64. */
    public static final String VARIABLE = "ASSAY_PERSON_KEY";

    /** The environment variable with the path of a file that holds the key in Base64. */
    public static final String FILE_VARIABLE = "ASSAY_PERSON_KEY_FILE";

    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String ENCRYPTION = "AES/GCM/NoPadding";
    private static final String HASH = "HmacSHA256";

    /** Looked for once: asking every provider costs more than to encrypt a number. */
    private static final Provider ENCRYPTING = encrypting();

    private final SecretKeySpec encryption;

    /** Keyed, and never fed: it is copied for each number. */
    private final Mac hashing;

    private PersonKey(byte[] master) {
        Mac secret = mac(master);
        this.encryption = new SecretKeySpec(hash(secret, "assay person encryption 1"), "AES");
        this.hashing = mac(hash(secret, "assay person hash 1"));
    }

    /**
     * The key that the environment names.
     *
     * @param environment the variables of the process
     * @return the key, or empty if neither variable is set
     * @throws IllegalArgumentException if the key or its file cannot be used; the message does not hold the key
     */
    public static Optional<PersonKey> find(Map<String, String> environment) {
        String key = environment.get(VARIABLE);
        String file = environment.get(FILE_VARIABLE);
        if (key != null && !key.isBlank()) {
            return Optional.of(parse(key, "the variable " + VARIABLE));
        }
        if (file == null || file.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(parse(Files.readString(Path.of(file)), "the file " + file));
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "The file (%s) with the key for identity numbers cannot be read.%nMaybe check %s and the file's permissions."
                            .formatted(file, FILE_VARIABLE),
                    e);
        }
    }

    /**
     * Reads a key.
     *
     * @param base64 32 bytes in Base64
     * @param where where it stands, for the message
     * @return the key
     * @throws IllegalArgumentException if it is not 32 bytes in Base64; the message does not hold the key
     */
    public static PersonKey parse(String base64, String where) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(base64.strip());
        } catch (IllegalArgumentException notBase64) {
            bytes = new byte[0];
        }
        if (bytes.length != KEY_BYTES) {
            throw new IllegalArgumentException(
                    "The key for identity numbers in %s is not 32 bytes in Base64.%nMaybe make one with: openssl rand -base64 32"
                            .formatted(where));
        }
        return new PersonKey(bytes);
    }

    /**
     * The token of a number.
     *
     * @param number the number
     * @return the same for equal numbers; without the key nobody can tell which number it stands for
     */
    public String token(PersonNumber number) {
        return PersonNumber.TOKEN + HexFormat.of().formatHex(hash(hashing, number.normal()));
    }

    /**
     * Encrypts a number.
     *
     * @param number the number
     * @param token its token, to which the cipher text is bound
     * @return nonce, cipher text and tag in Base64; another text each time
     */
    public String encrypt(PersonNumber number, String token) {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, number.plain().getBytes(StandardCharsets.UTF_8), token);
        return Base64.getEncoder()
                .encodeToString(ByteBuffer.allocate(nonce.length + sealed.length)
                        .put(nonce)
                        .put(sealed)
                        .array());
    }

    /**
     * Decrypts a number.
     *
     * @param encrypted as {@link #encrypt} made it
     * @param token its token, to which the cipher text is bound
     * @return the number
     * @throws IllegalStateException if it was encrypted with another key, or changed
     */
    public PersonNumber decrypt(String encrypted, String token) {
        byte[] all = Base64.getDecoder().decode(encrypted);
        byte[] nonce = java.util.Arrays.copyOf(all, NONCE_BYTES);
        byte[] sealed = java.util.Arrays.copyOfRange(all, NONCE_BYTES, all.length);
        return new PersonNumber(new String(cipher(Cipher.DECRYPT_MODE, nonce, sealed, token), StandardCharsets.UTF_8));
    }

    private byte[] cipher(int mode, byte[] nonce, byte[] text, String token) {
        try {
            Cipher cipher = Cipher.getInstance(ENCRYPTION, ENCRYPTING);
            cipher.init(mode, encryption, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(token.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "The identity number cannot be decrypted.%nMaybe it was encrypted with another key than the one at hand."
                            .formatted(),
                    e);
        }
    }

    private static Provider encrypting() {
        try {
            return Cipher.getInstance(ENCRYPTION).getProvider();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java has " + ENCRYPTION, impossible);
        }
    }

    private static Mac mac(byte[] key) {
        try {
            Mac mac = Mac.getInstance(HASH);
            mac.init(new SecretKeySpec(key, HASH));
            return mac;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java has " + HASH, impossible);
        }
    }

    private static byte[] hash(Mac keyed, String text) {
        try {
            return ((Mac) keyed.clone()).doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (CloneNotSupportedException impossible) {
            throw new IllegalStateException("Java's own " + HASH + " can be copied", impossible);
        }
    }

    /** Nothing of the key. */
    @Override
    public String toString() {
        return "PersonKey";
    }
}
