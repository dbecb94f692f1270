package dev.assay.api.account;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import java.text.ParseException;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpMethod;
import org.springframework.security.oauth2.jwt.DPoPProofContext;
import org.springframework.security.oauth2.jwt.DPoPProofJwtDecoderFactory;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.stereotype.Component;

/** Proofs of a key that come with a request for a token (RFC 9449 section 5): the token is then good with that key alone. */
@Component
class KeyProofs {

    private final DPoPProofJwtDecoderFactory decoders = new DPoPProofJwtDecoderFactory();

    /**
     * The key of a proof.
     *
     * @param proof the header {@code DPoP}
     * @param address of the token endpoint, as it was asked
     * @return the key's thumbprint; empty if the proof does not hold, or was shown before
     */
    Optional<String> keyOf(String proof, String address) {
        try {
            DPoPProofContext context = DPoPProofContext.withDPoPProof(proof)
                    .method(HttpMethod.POST.name())
                    .targetUri(address)
                    .build();
            Jwt jwt = decoders.createDecoder(context).decode(proof);
            if (!(jwt.getHeaders().get("jwk") instanceof Map<?, ?> key)) {
                return Optional.empty();
            }
            @SuppressWarnings("unchecked")
            Map<String, Object> members = (Map<String, Object>) key;
            return Optional.of(JWK.parse(members).computeThumbprint().toString());
        } catch (JwtException | ParseException | JOSEException | IllegalArgumentException refused) {
            return Optional.empty();
        }
    }
}
