package dev.assay.api.certificate;

import dev.assay.batch.signing.SigningKey;
import dev.assay.batch.signing.SigningKeys;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.openpdf.text.pdf.AcroFields;
import org.openpdf.text.pdf.PdfArray;
import org.openpdf.text.pdf.PdfDictionary;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.PdfSignatureAppearance;
import org.openpdf.text.pdf.PdfStamper;
import org.openpdf.text.pdf.PdfString;

/**
 * The file of a certificate, and the signature over the whole of it: CMS (RFC 5652) with Ed25519 (RFC 8419) in a signature dictionary of PDF 2.0 (ISO/TS 32002 names the algorithm), with a
 * certificate that the key issues to itself. It is the authority's published key that vouches, not a certification body.
 */
public final class CertificateFile {

    /** Bytes that are left open for the signature; what is not needed stays zero. */
    private static final int ROOM = 4096;

    private static final Duration YEARS = Duration.ofDays(20 * 365L);

    private CertificateFile() {}

    static byte[] sign(byte[] pdf, SigningKeys keys, String keyId) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            PdfStamper stamper = PdfStamper.createSignature(new PdfReader(pdf), out, "\0");
            PdfSignatureAppearance appearance = stamper.getSignatureAppearance();
            PdfDictionary signature = new PdfDictionary(PdfName.SIG);
            signature.put(PdfName.FILTER, PdfName.ADOBE_PPKLITE);
            signature.put(PdfName.SUBFILTER, PdfName.ADBE_PKCS7_DETACHED);
            signature.put(PdfName.REASON, new PdfString("Certificate of a grade, key " + keyId));
            appearance.setCryptoDictionary(signature);
            appearance.preClose(new HashMap<>(Map.of(PdfName.CONTENTS, ROOM * 2 + 2)));
            byte[] signed = cms(appearance.getRangeStream().readAllBytes(), keys, keyId);
            byte[] filled = new byte[ROOM];
            System.arraycopy(signed, 0, filled, 0, signed.length);
            PdfDictionary contents = new PdfDictionary();
            contents.put(PdfName.CONTENTS, new PdfString(filled).setHexWriting(true));
            appearance.close(contents);
            return out.toByteArray();
        } catch (IOException | GeneralSecurityException | OperatorException | CMSException e) {
            throw new IllegalStateException("A certificate cannot be signed with the key (" + keyId + ").", e);
        }
    }

    private static byte[] cms(byte[] content, SigningKeys keys, String keyId)
            throws GeneralSecurityException, OperatorException, CMSException, IOException {
        SigningKey key = keys.all().stream()
                .filter(candidate -> candidate.id().equals(keyId))
                .findFirst()
                .orElseThrow();
        ContentSigner signer = new KeySigner(keys, keyId);
        X500Principal itself = new X500Principal("CN=Assay signing key " + keyId);
        X509Certificate own = new JcaX509CertificateConverter()
                .getCertificate(new JcaX509v3CertificateBuilder(
                                itself,
                                new BigInteger(keyId, 16),
                                Date.from(key.from()),
                                Date.from(key.from().plus(YEARS)),
                                itself,
                                decode(key))
                        .build(signer));
        CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
        generator.addSignerInfoGenerator(
                new JcaSignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder().build()).build(signer, own));
        generator.addCertificates(new JcaCertStore(List.of(own)));
        return generator.generate(new CMSProcessableByteArray(content), false).getEncoded();
    }

    private static PublicKey decode(SigningKey key) throws GeneralSecurityException {
        return KeyFactory.getInstance(SigningKey.ALGORITHM)
                .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(key.publicKey())));
    }

    /**
     * Whether a PDF is signed as a whole by a key of the authority, and not altered since.
     *
     * @param pdf the file
     * @param keys the authority's public keys
     * @return true only if exactly one signature covers all of the file and one of the keys made it
     */
    public static boolean isSigned(byte[] pdf, List<SigningKey> keys) {
        try (PdfReader reader = new PdfReader(pdf)) {
            AcroFields fields = reader.getAcroFields();
            List<String> names = fields.getSignedFieldNames();
            if (names.size() != 1 || !fields.signatureCoversWholeDocument(names.getFirst())) {
                return false;
            }
            PdfDictionary signature = fields.getSignatureDictionary(names.getFirst());
            byte[] covered = covered(pdf, signature.getAsArray(PdfName.BYTERANGE));
            byte[] contents = signature.getAsString(PdfName.CONTENTS).getOriginalBytes();
            CMSSignedData cms = new CMSSignedData(new CMSProcessableByteArray(covered), contents);
            for (SignerInformation signer : cms.getSignerInfos()) {
                for (SigningKey key : keys) {
                    if (isBy(signer, key)) {
                        return true;
                    }
                }
            }
            return false;
        } catch (IOException | CMSException | GeneralSecurityException | OperatorException | RuntimeException damaged) {
            return false;
        }
    }

    /**
     * Finds the written certificate in a PDF.
     *
     * @param pdf the file
     * @return the certificate as it is written; empty if there is none
     */
    public static Optional<String> findWritten(byte[] pdf) {
        try (PdfReader reader = new PdfReader(pdf)) {
            return Optional.ofNullable(reader.getInfo().get(CertificateSheet.ENTRY))
                    .flatMap(Certificate::find);
        } catch (IOException | RuntimeException damaged) {
            return Optional.empty();
        }
    }

    private static boolean isBy(SignerInformation signer, SigningKey key)
            throws GeneralSecurityException, OperatorException {
        try {
            return signer.verify(new JcaSimpleSignerInfoVerifierBuilder().build(decode(key)));
        } catch (CMSException another) {
            return false; // The digest or the signature is not of this key.
        }
    }

    private static byte[] covered(byte[] pdf, PdfArray range) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(pdf.length);
        for (int i = 0; i < range.size(); i += 2) {
            out.write(
                    pdf,
                    range.getAsNumber(i).intValue(),
                    range.getAsNumber(i + 1).intValue());
        }
        return out.toByteArray();
    }

    /** Signs with a key of which only the signing is to be had. */
    private record KeySigner(SigningKeys keys, String keyId, ByteArrayOutputStream content) implements ContentSigner {

        KeySigner(SigningKeys keys, String keyId) {
            this(keys, keyId, new ByteArrayOutputStream());
        }

        @Override
        public AlgorithmIdentifier getAlgorithmIdentifier() {
            return new AlgorithmIdentifier(EdECObjectIdentifiers.id_Ed25519);
        }

        @Override
        public OutputStream getOutputStream() {
            content.reset();
            return content;
        }

        @Override
        public byte[] getSignature() {
            return keys.sign(keyId, content.toByteArray());
        }
    }
}
