package dev.assay.batch.signing;

import dev.assay.core.fact.Values;
import dev.assay.core.publication.Sha256;
import dev.assay.store.fact.FactJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The keys with which the authority signs (Ed25519), in the folder {@code keys} of the data directory. A private key lies in a file of its own
 * that only its owner may read; {@code keys.json} holds the public ones, those that are not in use any more too, so that what they signed can
 * still be verified.
 */
public final class SigningKeys {

    /** The file with the public keys. */
    public static final String PUBLIC_KEYS = "keys.json";

    private static final int ID_LENGTH = 16;
    private static final FileAttribute<?> OWNER_READS =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    private static final FileAttribute<?> OWNER_ENTERS =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private final Path folder;

    /**
     * The keys of an installation.
     *
     * @param data the data directory
     */
    public SigningKeys(Path data) {
        this.folder = data.resolve("keys");
    }

    /**
     * All public keys.
     *
     * @return them, the oldest first; empty before anything was signed
     */
    public List<SigningKey> all() {
        Path file = folder.resolve(PUBLIC_KEYS);
        return Files.exists(file) ? read(file) : List.of();
    }

    /**
     * The public keys of a file that {@link #PUBLIC_KEYS} was copied to.
     *
     * @param file the file
     * @return them, the oldest first
     * @throws IllegalArgumentException if it is no such file
     */
    public static List<SigningKey> read(Path file) {
        try {
            List<SigningKey> keys = new ArrayList<>();
            for (JsonNode key :
                    JsonMapper.shared().readTree(Files.readString(file)).path("keys")) {
                keys.add(new SigningKey(
                        get(key, "id"),
                        get(key, "publicKey"),
                        Instant.parse(get(key, "from")),
                        find(key, "until").map(Instant::parse).orElse(null)));
            }
            return List.copyOf(keys);
        } catch (IOException | JacksonException | IllegalArgumentException | DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "The file of keys (%s) cannot be read: %s%nMaybe fetch it again from /v1/keys."
                            .formatted(file, e.getMessage()),
                    e);
        }
    }

    private static Optional<String> find(JsonNode key, String name) {
        return Optional.of(key.path(name)).filter(JsonNode::isString).map(JsonNode::asString);
    }

    private static String get(JsonNode key, String name) {
        return find(key, name).orElseThrow(SigningKeys::incomplete);
    }

    private static IllegalArgumentException incomplete() {
        return new IllegalArgumentException("A key lacks its id, its publicKey or its from.");
    }

    /**
     * The id of the key in use; a first one is made where there is none.
     *
     * @param now when a first one comes into use
     * @return its id
     */
    public String currentId(Instant now) {
        return all().stream()
                .filter(key -> key.until() == null)
                .map(SigningKey::id)
                .findFirst()
                .orElseGet(() -> rotate(now).id());
    }

    /**
     * Signs.
     *
     * @param keyId id of the key
     * @param text what is signed, as UTF-8
     * @return the signature, base64
     */
    public String sign(String keyId, String text) {
        return Base64.getEncoder().encodeToString(sign(keyId, text.getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * Signs.
     *
     * @param keyId id of the key
     * @param bytes what is signed
     * @return the signature, 64 bytes
     */
    public byte[] sign(String keyId, byte[] bytes) {
        try {
            byte[] encoded = Base64.getDecoder()
                    .decode(Files.readString(privateFile(keyId)).strip());
            PrivateKey key =
                    KeyFactory.getInstance(SigningKey.ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(encoded));
            Signature signature = Signature.getInstance(SigningKey.ALGORITHM);
            signature.initSign(key);
            signature.update(bytes);
            return signature.sign();
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(
                    "The signing key (%s) cannot be used.%nMaybe its file is gone or not this user's: %s"
                            .formatted(keyId, privateFile(keyId)),
                    e);
        }
    }

    /**
     * Whether a signature is right.
     *
     * @param key the public key of the id that the signed text names
     * @param text what was signed, as UTF-8
     * @param base64 the signature
     * @return true only if that key signed exactly that text
     */
    public static boolean isSignedBy(SigningKey key, String text, String base64) {
        try {
            PublicKey decoded = KeyFactory.getInstance(SigningKey.ALGORITHM)
                    .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(key.publicKey())));
            Signature signature = Signature.getInstance(SigningKey.ALGORITHM);
            signature.initVerify(decoded);
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return idOf(decoded).equals(key.id())
                    && signature.verify(Base64.getDecoder().decode(base64));
        } catch (GeneralSecurityException | IllegalArgumentException malformed) {
            return false;
        }
    }

    /**
     * Puts a fresh key in the place of the one in use, whose public key stays published.
     *
     * @param now when
     * @return the fresh key
     */
    public SigningKey rotate(Instant now) {
        try {
            Instant from = now.truncatedTo(ChronoUnit.SECONDS);
            KeyPair pair = KeyPairGenerator.getInstance(SigningKey.ALGORITHM).generateKeyPair();
            SigningKey fresh = new SigningKey(
                    idOf(pair.getPublic()),
                    Base64.getEncoder().encodeToString(pair.getPublic().getEncoded()),
                    from,
                    null);
            makeFolder();
            Files.writeString(
                    Files.createFile(privateFile(fresh.id()), OWNER_READS),
                    Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded()) + "\n");
            List<SigningKey> keys = new ArrayList<>();
            for (SigningKey key : all()) {
                keys.add(key.until() == null ? new SigningKey(key.id(), key.publicKey(), key.from(), from) : key);
            }
            keys.add(fresh);
            write(keys);
            return fresh;
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "A signing key cannot be kept in (%s).%nMaybe the folder is not this user's.".formatted(folder), e);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java has Ed25519.", impossible);
        }
    }

    private void makeFolder() throws IOException {
        try {
            Files.createDirectories(folder.toAbsolutePath().getParent());
            Files.createDirectory(folder, OWNER_ENTERS);
        } catch (FileAlreadyExistsException there) {
            if (!Files.isDirectory(folder)) {
                throw there;
            }
        }
    }

    private void write(List<SigningKey> keys) throws IOException {
        Path part = folder.resolve(PUBLIC_KEYS + ".part");
        Files.writeString(part, text(keys));
        Files.move(part, folder.resolve(PUBLIC_KEYS), StandardCopyOption.ATOMIC_MOVE);
    }

    /**
     * Public keys as a file or an answer gives them.
     *
     * @param keys the keys
     * @return a JSON object with the names sorted and no blanks
     */
    public static String text(List<SigningKey> keys) {
        List<Values> items = keys.stream()
                .map(key -> {
                    Map<String, Object> fields = new LinkedHashMap<>();
                    fields.put("algorithm", SigningKey.ALGORITHM);
                    fields.put("id", key.id());
                    fields.put("publicKey", key.publicKey());
                    fields.put("from", key.from().toString());
                    Optional.ofNullable(key.until()).ifPresent(until -> fields.put("until", until.toString()));
                    return Values.of(fields);
                })
                .toList();
        return FactJson.write(Values.of(Map.of("keys", items)));
    }

    private Path privateFile(String id) {
        return folder.resolve(id + ".key");
    }

    private static String idOf(PublicKey key) {
        return Sha256.of(key.getEncoded()).substring(0, ID_LENGTH);
    }
}
