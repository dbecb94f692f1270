package dev.assay.api.following;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import org.bouncycastle.asn1.gm.GMNamedCurves;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.ECNamedDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.crypto.params.ParametersWithID;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.signers.SM2Signer;
import org.bouncycastle.crypto.util.SubjectPublicKeyInfoFactory;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;

/**
 * The authority's SM2 key (GB/T 32918) for pushes, on the curve sm2p256v1 with SM3, and with the usual name of the signer, {@code 1234567812345678}
 * (GB/T 35276). It follows from a file of 32 bytes that only its owner may read.
 */
final class Sm2Key {

    private static final byte[] SIGNER = "1234567812345678".getBytes(StandardCharsets.US_ASCII);
    private static final X9ECParameters CURVE = GMNamedCurves.getByName("sm2p256v1");
    private static final ECNamedDomainParameters DOMAIN =
            new ECNamedDomainParameters(GMObjectIdentifiers.sm2p256v1, CURVE);

    private final ECPrivateKeyParameters key;
    private final SecureRandom random = new SecureRandom();

    private Sm2Key(ECPrivateKeyParameters key) {
        this.key = key;
    }

    /** The key that follows from some bytes: the first of a row of numbers that is one, from 1 to the order of the curve less two. */
    static Sm2Key of(byte[] seed) {
        BigInteger most = CURVE.getN().subtract(BigInteger.TWO);
        for (int number = 0; ; number++) {
            HMac mac = new HMac(new SM3Digest());
            mac.init(new KeyParameter(seed));
            byte[] label = ("assay sm2 " + number).getBytes(StandardCharsets.US_ASCII);
            mac.update(label, 0, label.length);
            byte[] made = new byte[mac.getMacSize()];
            mac.doFinal(made, 0);
            BigInteger secret = new BigInteger(1, made);
            if (secret.signum() > 0 && secret.compareTo(most) <= 0) {
                return new Sm2Key(new ECPrivateKeyParameters(secret, DOMAIN));
            }
        }
    }

    /** The public half: X.509 SubjectPublicKeyInfo, base64. */
    String publicKey() {
        try {
            return Base64.getEncoder()
                    .encodeToString(SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(new ECPublicKeyParameters(
                                    new FixedPointCombMultiplier().multiply(DOMAIN.getG(), key.getD()), DOMAIN))
                            .getEncoded());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Signs a push: over the second, a full stop and the body; the signature as DER, hexadecimal. */
    String sign(long second, String body) {
        byte[] message = (second + "." + body).getBytes(StandardCharsets.UTF_8);
        SM2Signer signer = new SM2Signer();
        signer.init(true, new ParametersWithID(new ParametersWithRandom(key, random), SIGNER));
        signer.update(message, 0, message.length);
        try {
            return HexFormat.of().formatHex(signer.generateSignature());
        } catch (CryptoException e) {
            throw new IllegalStateException("The push could not be signed.", e);
        }
    }
}
