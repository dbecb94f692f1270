package dev.assay.api.account;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import dev.assay.store.account.ClientKey;
import java.text.ParseException;

/** Reads the public key that an administrator gives for a program: PEM ({@code BEGIN PUBLIC KEY}) or JSON Web Key. */
public final class ProgramKeys {

    private static final int LEAST_RSA_BITS = 2048;
    private static final int LONGEST = 4000;

    private ProgramKeys() {}

    /** Why a key is not taken. */
    public enum KeyFault {
        /** It is neither PEM nor a JSON Web Key. */
        UNREADABLE,
        /** It is a private key, which only its owner may have. */
        PRIVATE,
        /** It is neither EC on P-256, P-384 or P-521, nor RSA of 2048 bits or more. */
        WEAK
    }

    /** A key that is not taken. */
    public static final class BadKey extends Exception {

        private static final long serialVersionUID = 1;

        private final KeyFault fault;

        BadKey(KeyFault fault) {
            super(fault.name());
            this.fault = fault;
        }

        /**
         * What is wrong with it.
         *
         * @return the fault
         */
        public KeyFault fault() {
            return fault;
        }
    }

    /**
     * Reads a key.
     *
     * @param text PEM or JSON
     * @return the key with what names it
     * @throws BadKey if it cannot be read, is a private one, or is of a kind that is not taken
     */
    public static ClientKey read(String text) throws BadKey {
        JWK key = parse(text.strip());
        if (key.isPrivate()) {
            throw new BadKey(KeyFault.PRIVATE);
        }
        boolean strong = key instanceof ECKey || (key instanceof RSAKey rsa && rsa.size() >= LEAST_RSA_BITS);
        if (!strong) {
            throw new BadKey(KeyFault.WEAK);
        }
        try {
            return new ClientKey(
                    key.computeThumbprint().toString(), key.toPublicJWK().toJSONString());
        } catch (JOSEException e) {
            throw new BadKey(KeyFault.UNREADABLE);
        }
    }

    private static JWK parse(String text) throws BadKey {
        if (text.isEmpty() || text.length() > LONGEST) {
            throw new BadKey(KeyFault.UNREADABLE);
        }
        try {
            return text.startsWith("{") ? JWK.parse(text) : JWK.parseFromPEMEncodedObjects(text);
        } catch (ParseException | JOSEException | IllegalArgumentException e) {
            throw new BadKey(KeyFault.UNREADABLE);
        }
    }
}
