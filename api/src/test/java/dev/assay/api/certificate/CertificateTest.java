package dev.assay.api.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.api.certificate.Certificate.Fault;
import dev.assay.batch.signing.SigningKeys;
import dev.assay.core.text.Bilingual;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;

/** What is signed of a grade: whoever alters a sign of it, or brings a key of his own, is found. */
class CertificateTest {

    private static final Instant MONDAY = Instant.parse("2026-11-23T02:00:00Z");

    @TempDir
    private Path data = Path.of("");

    private SigningKeys keys = new SigningKeys(Path.of(""));

    @BeforeEach
    void makeKey() {
        keys = new SigningKeys(data);
        keys.rotate(MONDAY);
    }

    private Certificate certificate() {
        return new Certificate(
                "uscc:91320600MA1TEST00X",
                "licence:JY13206850000001",
                "南通市“四海”饭店（第1店）𠮷",
                "cn-food-risk-2016",
                "A",
                LocalDate.of(2026, 11, 23),
                LocalDate.of(2027, 11, 23),
                keys.currentId(MONDAY));
    }

    private Fault faultOf(String text) {
        return Certificate.check(text, keys.all()).fault().orElseThrow();
    }

    @Test
    void whatWasWrittenIsReadAndTheStatementIsPlainJson() {
        String written = certificate().write(keys);
        assertThat(Certificate.check("https://credit.example/certificate/" + written + " ", keys.all())
                        .certificate())
                .contains(certificate());
        String statement =
                new String(Base64.getUrlDecoder().decode(written.split("\\.", -1)[1]), StandardCharsets.UTF_8);
        assertThat(statement)
                .startsWith("{\"b\":\"uscc:91320600MA1TEST00X\",\"d\":\"2026-11-23\",\"g\":\"A\",\"k\":\"")
                .endsWith("\"s\":\"licence:JY13206850000001\",\"u\":\"2027-11-23\"}");
    }

    @Test
    void noSignOfItCanBeAltered() {
        String written = certificate().write(keys);
        int end = written.lastIndexOf('.');
        for (int at = "AC1.".length(); at < written.length() - 1; at++) { // The last sign holds bits that say nothing.
            if (at != end) {
                char other = written.charAt(at) == 'B' ? 'C' : 'B';
                String altered = written.substring(0, at) + other + written.substring(at + 1);
                assertThat(Certificate.check(altered, keys.all()).certificate())
                        .as("sign %d", at)
                        .isEmpty();
            }
        }
        String better = new String(Base64.getUrlDecoder().decode(written.substring(4, end)), StandardCharsets.UTF_8)
                .replace("\"g\":\"A\"", "\"g\":\"S\"");
        String forged = "AC1."
                + Base64.getUrlEncoder().withoutPadding().encodeToString(better.getBytes(StandardCharsets.UTF_8))
                + written.substring(end);
        assertThat(faultOf(forged)).isEqualTo(Fault.FORGED);
        assertThat(faultOf("AC1.eyJh." + written.substring(end + 1))).isEqualTo(Fault.UNREADABLE);
        assertThat(faultOf("a letter")).isEqualTo(Fault.NONE);
        assertThat(faultOf(written + "x")).isEqualTo(Fault.NONE);
    }

    @Test
    void aKeyOfSomebodyElseIsNotTheAuthoritys(@TempDir Path other) {
        SigningKeys own = new SigningKeys(other);
        own.rotate(MONDAY);
        Certificate mine = certificate();
        Certificate theirs = new Certificate(
                mine.business(),
                mine.subject(),
                mine.name(),
                mine.model(),
                mine.grade(),
                mine.day(),
                mine.until(),
                own.currentId(MONDAY));
        assertThat(faultOf(theirs.write(own))).isEqualTo(Fault.UNKNOWN_KEY);
    }

    @Test
    void afterTheKeyIsRotatedWhatItSignedStaysGoodAndItSignsNothingOfLaterDays() {
        Certificate first = certificate();
        String before = first.write(keys);
        Certificate later = new Certificate(
                "fhrs:1", "fhrs:1", "x", "m", "A", LocalDate.of(2026, 12, 24), LocalDate.MAX, keys.currentId(MONDAY));
        String backdoor = later.write(keys);
        keys.rotate(Instant.parse("2026-12-01T00:00:00Z"));
        assertThat(Certificate.check(before, keys.all()).certificate()).contains(first);
        assertThat(faultOf(backdoor))
                .as("signed with a key of a day on which it was not in use any more")
                .isEqualTo(Fault.UNKNOWN_KEY);
    }

    private byte[] sheet(String written) {
        byte[] unsigned = new CertificateSheet()
                .print(certificate(), Bilingual.of("食品经营风险等级", "Risk grade"), written, written, true);
        return CertificateFile.sign(unsigned, keys, certificate().keyId());
    }

    @Test
    void theFileIsSignedAsAWholeAndAnyByteThatIsChangedIsFound() throws Exception {
        String written = certificate().write(keys);
        byte[] pdf = sheet(written);
        assertThat(CertificateFile.isSigned(pdf, keys.all())).isTrue();
        assertThat(CertificateFile.findWritten(pdf)).contains(written);
        try (PdfReader reader = new PdfReader(pdf)) {
            assertThat(new PdfTextExtractor(reader).getTextFromPage(1))
                    .contains("南通市“四海”饭店（第1店）〓", "食品经营风险等级", "2027-11-23", "uscc:91320600MA1TEST00X");
        }
        for (int at = 20; at < pdf.length; at += pdf.length / 40) {
            byte[] altered = pdf.clone();
            altered[at] ^= 1;
            // Zeros behind the signature proper are left open and say nothing.
            boolean room = new String(pdf, at - 20, Math.min(40, pdf.length - at + 20), StandardCharsets.ISO_8859_1)
                    .matches("0{30,}.*");
            if (!room) {
                assertThat(CertificateFile.isSigned(altered, keys.all()))
                        .as("byte %d", at)
                        .isFalse();
            }
        }
        byte[] longer = java.util.Arrays.copyOf(pdf, pdf.length + 100);
        assertThat(CertificateFile.isSigned(longer, keys.all())).isFalse();
        assertThat(CertificateFile.isSigned("%PDF-1.5".getBytes(StandardCharsets.UTF_8), keys.all()))
                .isFalse();
        assertThat(CertificateFile.isSigned(pdf, List.of())).isFalse();
    }

    @Test
    void theAddressIsNoneOrAnAddress() {
        assertThat(new CertificateSettings("https://credit.example/").address()).isEqualTo("https://credit.example");
        assertThat(new CertificateSettings(null).address()).isNull();
        assertThatThrownBy(() -> new CertificateSettings("javascript:alert(1)"))
                .hasMessageContaining("assay.certificate.address")
                .hasMessageContaining("Maybe write https://HOST.");
    }
}
