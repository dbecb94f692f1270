package dev.assay.core.draw;

import dev.assay.core.publication.Sha256;

/**
 * The chance of a draw: what the regulator committed to before, and a public value that nobody knew then.
 *
 * @param secret the regulator's seed, 64 hexadecimal digits in lower case
 * @param publicValue the public value: letters a to z and digits only, so that there is one way to write it
 */
public record DrawSeed(String secret, String publicValue) {

    private static final String SECRET = "[0-9a-f]{64}";
    private static final String PUBLIC = "[0-9a-z]{1,200}";

    /**
     * Checks the form of both.
     *
     * @throws IllegalArgumentException if one has another form
     */
    public DrawSeed {
        checkSecret(secret);
        if (!publicValue.matches(PUBLIC)) {
            throw new IllegalArgumentException(
                    "The public value (%s) is not of digits and small letters alone.%nMaybe leave out blanks and signs, so that there is one way to write it: 3D 开奖号码 5 0 7 is 507."
                            .formatted(publicValue));
        }
    }

    private static void checkSecret(String secret) {
        if (!secret.matches(SECRET)) {
            throw new IllegalArgumentException(
                    "The seed has not 64 hexadecimal digits in small letters, but %d characters.%nMaybe make one with: openssl rand -hex 32."
                            .formatted(secret.length()));
        }
    }

    /**
     * What is published before the draw: who knows the seed is bound to it and to the draw file.
     *
     * @param fixed digest of the draw file
     * @param secret the seed
     * @return 64 hexadecimal digits
     * @throws IllegalArgumentException if the seed has another form
     */
    public static String commitment(String fixed, String secret) {
        checkSecret(secret);
        return Sha256.ofParts("assay-draw-commitment-1", fixed, secret);
    }

    /**
     * From what every chance of the draw is taken.
     *
     * @param fixed digest of the draw file
     * @return 64 hexadecimal digits
     */
    String master(String fixed) {
        return Sha256.ofParts("assay-draw-seed-1", fixed, secret, publicValue);
    }
}
