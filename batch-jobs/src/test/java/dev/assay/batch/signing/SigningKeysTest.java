package dev.assay.batch.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SigningKeysTest {

    private static final Instant NOW = Instant.parse("2026-11-22T08:15:00.5Z");

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    Path data;

    @Test
    void a_first_key_is_made_when_something_is_signed_and_only_its_owner_can_read_it() throws IOException {
        SigningKeys keys = new SigningKeys(data);
        assertThat(keys.all()).isEmpty();

        String id = keys.currentId(NOW);

        assertThat(keys.currentId(NOW)).isEqualTo(id).matches("[0-9a-f]{16}");
        Path file = data.resolve("keys/" + id + ".key");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(Files.readString(data.resolve("keys/keys.json")))
                .doesNotContain(Files.readString(file).strip());
        assertThat(SigningKeys.read(data.resolve("keys/keys.json"))).isEqualTo(keys.all());
    }

    @Test
    void what_an_earlier_key_signed_is_still_right_after_the_keys_were_changed() {
        SigningKeys keys = new SigningKeys(data);
        String first = keys.currentId(NOW);
        String signature = keys.sign(first, "甲 text");

        SigningKey fresh = keys.rotate(NOW.plusSeconds(60));

        assertThat(keys.currentId(NOW)).isEqualTo(fresh.id()).isNotEqualTo(first);
        List<SigningKey> all = new SigningKeys(data).all();
        assertThat(all).extracting(SigningKey::id).containsExactly(first, fresh.id());
        assertThat(all.getFirst().until()).isEqualTo(fresh.from());
        assertThat(SigningKeys.isSignedBy(all.getFirst(), "甲 text", signature)).isTrue();
        assertThat(SigningKeys.isSignedBy(all.getFirst(), "乙 text", signature)).isFalse();
        assertThat(SigningKeys.isSignedBy(fresh, "甲 text", signature)).isFalse();
        assertThat(SigningKeys.isSignedBy(all.getFirst(), "甲 text", "not base64!"))
                .isFalse();
    }

    @Test
    void a_key_under_the_id_of_another_proves_nothing() {
        SigningKeys keys = new SigningKeys(data);
        String first = keys.currentId(NOW);
        SigningKey forger = new SigningKeys(data.resolve("other")).rotate(NOW);
        String signature = new SigningKeys(data.resolve("other")).sign(forger.id(), "text");

        SigningKey disguised = new SigningKey(first, forger.publicKey(), NOW, null);

        assertThat(SigningKeys.isSignedBy(disguised, "text", signature)).isFalse();
    }

    @Test
    void a_private_key_that_is_gone_is_named() throws IOException {
        SigningKeys keys = new SigningKeys(data);
        String id = keys.currentId(NOW);
        Files.delete(data.resolve("keys/" + id + ".key"));

        assertThatThrownBy(() -> keys.sign(id, "text")).hasMessageContaining("The signing key (" + id + ")");
    }

    @Test
    void keys_are_read_as_the_api_answers_them_too() throws IOException {
        new SigningKeys(data).rotate(NOW);
        String answered = Files.readString(data.resolve("keys/keys.json"))
                .replace("\"publicKey\"", "\"until\":null,\"publicKey\"");

        assertThat(SigningKeys.read(Files.writeString(data.resolve("answered.json"), answered)))
                .isEqualTo(new SigningKeys(data).all());
    }

    @Test
    void a_file_that_holds_no_keys_is_refused() throws IOException {
        Path file = Files.writeString(data.resolve("k.json"), "{\"keys\":[{\"id\":\"1\"}]}");

        assertThatThrownBy(() -> SigningKeys.read(file)).hasMessageContaining("/v1/keys");
    }
}
