package dev.assay.api.following;

import dev.assay.api.AssaySettings;
import dev.assay.batch.signing.KeyFiles;
import dev.assay.batch.signing.PushSecrets;
import dev.assay.store.publication.PushSignature;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Signs what is pushed, by what each partner checks: a secret that it shares, or the authority's SM2 key. */
@Component
class PushSigner {

    private final PushSecrets secrets;
    private final Supplier<Sm2Key> sm2;

    @Autowired
    PushSigner(PushSecrets secrets, AssaySettings settings) {
        this(secrets, settings.dataDir());
    }

    PushSigner(PushSecrets secrets, Path data) {
        this.secrets = secrets;
        this.sm2 = () -> Sm2Key.of(KeyFiles.of(data, "push-sm2"));
    }

    /** The header of a push. */
    String header(PushSignature signature, String partner, long second, String body) {
        return switch (signature) {
            case HMAC_SHA_256 -> "t=%d,v1=%s".formatted(second, PushSecrets.sign(secrets.of(partner), second, body));
            case SM2 -> "t=%d,sm2=%s".formatted(second, sm2.get().sign(second, body));
        };
    }

    /** What the partner needs to check it: its secret, for it alone, or the public key. */
    String check(PushSignature signature, String partner) {
        return switch (signature) {
            case HMAC_SHA_256 -> secrets.of(partner);
            case SM2 -> sm2.get().publicKey();
        };
    }
}
