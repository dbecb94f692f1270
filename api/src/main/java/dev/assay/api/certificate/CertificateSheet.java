package dev.assay.api.certificate;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import dev.assay.core.text.Bilingual;
import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Objects;
import org.openpdf.text.Document;
import org.openpdf.text.PageSize;
import org.openpdf.text.pdf.BaseFont;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfString;
import org.openpdf.text.pdf.PdfWriter;

/** The sheet on which a certificate is printed: A4, in both languages, with the code. */
final class CertificateSheet {

    /** The name under which the file holds the written certificate, so that a program finds it without a camera. */
    static final String ENTRY = "AssayCertificate";

    private static final float MARGIN = 64;
    private static final float WIDTH = PageSize.A4.getWidth() - 2 * MARGIN;
    private static final float CODE_SIDE = 190;
    private static final Color INK = new Color(0x1a222c);
    private static final Color SOFT = new Color(0x5a6673);
    private static final Color LINE = new Color(0xdfe4e9);
    private static final Map<String, Color> TONES = Map.of(
            "A", new Color(0x1a7f5a),
            "5", new Color(0x1a7f5a),
            "B", new Color(0x2f6fb3),
            "4", new Color(0x2f6fb3),
            "C", new Color(0xb7791f),
            "3", new Color(0xb7791f),
            "D", new Color(0xb3261e));
    private static final Color OTHER = new Color(0x5b6673);

    private final BaseFont font;

    CertificateSheet() {
        try (InputStream in =
                Objects.requireNonNull(CertificateSheet.class.getResourceAsStream("/fonts/NotoSansCJKsc-GBK.otf"))) {
            this.font = BaseFont.createFont(
                    "NotoSansCJKsc.otf", BaseFont.IDENTITY_H, BaseFont.EMBEDDED, true, in.readAllBytes(), null);
        } catch (IOException e) {
            throw new IllegalStateException("The font of certificates cannot be read.", e);
        }
    }

    /**
     * Prints a certificate. The font holds the characters of GBK; another one is printed as 〓, and stands in the code as it is.
     *
     * @param certificate the certificate
     * @param model the name of the model
     * @param written the certificate as it is written
     * @param code what the code holds: {@code written}, or an address that ends with it
     * @param forPartners whether the grade is told to partners alone, so that not everyone can ask whether it still stands
     * @return the file, unsigned
     */
    byte[] print(Certificate certificate, Bilingual model, String written, String code, boolean forPartners) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Document document = new Document(PageSize.A4)) {
            PdfWriter writer = PdfWriter.getInstance(document, out);
            document.addTitle("食品安全信用等级证明 " + certificate.name());
            document.addCreator("Assay");
            document.open();
            writer.getInfo().put(new PdfName(ENTRY), new PdfString(written));
            PdfContentByte page = writer.getDirectContent();
            heading(page);
            grade(page, certificate);
            facts(page, certificate, model);
            code(page, code, certificate);
            words(page, forPartners);
        }
        return out.toByteArray();
    }

    private void heading(PdfContentByte page) {
        page.setColorStroke(LINE);
        page.rectangle(28, 28, PageSize.A4.getWidth() - 56, PageSize.A4.getHeight() - 56);
        page.stroke();
        line(page, "食品生产经营者等级证明", 26, MARGIN, 752, INK);
        line(page, "Certificate of the grade of a food business", 12, MARGIN, 730, SOFT);
    }

    private void grade(PdfContentByte page, Certificate certificate) {
        Color tone = TONES.getOrDefault(certificate.grade(), OTHER);
        float width = Math.max(84, font.getWidthPoint(certificate.grade(), 44) + 40);
        page.setColorFill(tone);
        page.roundRectangle(MARGIN, 610, width, 84, 12);
        page.fill();
        Color letter = Objects.equals(tone, TONES.get("C")) ? Color.BLACK : Color.WHITE;
        line(
                page,
                certificate.grade(),
                44,
                MARGIN + (width - font.getWidthPoint(certificate.grade(), 44)) / 2,
                637,
                letter);
        float left = MARGIN + width + 24;
        float size = 20;
        while (size > 8 && font.getWidthPoint(printable(certificate.name()), size) > WIDTH + MARGIN - left) {
            size -= 0.5f;
        }
        line(page, certificate.name(), size, left, 662, INK);
        line(page, certificate.business(), 11, left, 638, SOFT);
        if (!certificate.subject().equals(certificate.business())) {
            line(page, certificate.subject(), 11, left, 620, SOFT);
        }
    }

    private void facts(PdfContentByte page, Certificate certificate, Bilingual model) {
        String[][] rows = {
            {"评价依据的模型", "Graded by", model.in("zh"), model.in("en") + " · " + certificate.model()},
            {"出具日期", "Issued on", certificate.day().toString(), ""},
            {"有效期至", "Good until", certificate.until().toString(), "等级提前变化的，以查询结果为准 · earlier if the grade changes"},
            {"签名密钥", "Signing key", certificate.keyId(), ""}
        };
        float y = 572;
        for (String[] row : rows) {
            page.setColorStroke(LINE);
            page.moveTo(MARGIN, y + 20);
            page.lineTo(MARGIN + WIDTH, y + 20);
            page.stroke();
            line(page, row[0], 11, MARGIN, y, INK);
            line(page, row[1], 9, MARGIN, y - 14, SOFT);
            float size = 11;
            while (size > 6 && font.getWidthPoint(printable(row[2]), size) > WIDTH - 120) {
                size -= 0.5f;
            }
            line(page, row[2], size, MARGIN + 120, y, INK);
            line(page, row[3], 9, MARGIN + 120, y - 14, SOFT);
            y -= 50;
        }
    }

    private void code(PdfContentByte page, String code, Certificate certificate) {
        try {
            // Squares of one colour are joined along a row, so that no viewer draws hair lines between them.
            BitMatrix matrix = new QRCodeWriter()
                    .encode(
                            code,
                            BarcodeFormat.QR_CODE,
                            0,
                            0,
                            Map.of(EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M, EncodeHintType.MARGIN, 2));
            float square = CODE_SIDE / matrix.getWidth();
            page.setColorFill(Color.BLACK);
            for (int row = 0; row < matrix.getHeight(); row++) {
                int from = -1;
                for (int column = 0; column <= matrix.getWidth(); column++) {
                    boolean dark = column < matrix.getWidth() && matrix.get(column, row);
                    if (dark && from < 0) {
                        from = column;
                    } else if (!dark && from >= 0) {
                        page.rectangle(
                                MARGIN + from * square,
                                120 + CODE_SIDE - (row + 1) * square,
                                (column - from) * square,
                                square);
                        from = -1;
                    }
                }
            }
            page.fill();
        } catch (WriterException e) {
            throw new IllegalArgumentException(
                    "The certificate of (%s) is too long for a code.%nMaybe its name is too long."
                            .formatted(certificate.business()),
                    e);
        }
    }

    private void words(PdfContentByte page, boolean forPartners) {
        String[] words = {
            "如何核验",
            "扫描二维码，核对屏幕所示名称、等级与本页一致，",
            "并查看等级是否仍然有效。",
            "无网络时可用公布的公钥核验：assay certificate verify",
            forPartners ? "该模型的等级仅向合作单位公开，联网查询须登录。" : "",
            "",
            "How to check",
            "Scan the code; name and grade on the screen must be those",
            "of this page. It says too whether the grade still stands.",
            "Without a network, by the published key:",
            "assay certificate verify",
            forPartners ? "This model's grades are for partners: asking needs a login." : ""
        };
        float y = 120 + CODE_SIDE - 18;
        for (String text : words) {
            boolean head = text.equals(words[0]) || text.equals(words[6]);
            line(page, text, head ? 11 : 9, MARGIN + CODE_SIDE + 20, y, head ? INK : SOFT);
            y -= 15;
        }
        line(
                page,
                "本证明的文件经电子签名，改动即失效。 The file of this certificate is signed; a change breaks the signature.",
                8,
                MARGIN,
                84,
                SOFT);
    }

    private void line(PdfContentByte page, String text, float size, float x, float y, Color color) {
        page.beginText();
        page.setFontAndSize(font, size);
        page.setColorFill(color);
        page.setTextMatrix(x, y);
        page.showText(printable(text));
        page.endText();
    }

    private String printable(String text) {
        StringBuilder out = new StringBuilder();
        text.codePoints().forEach(c -> out.appendCodePoint(font.charExists(c) ? c : '〓'));
        return out.toString();
    }
}
