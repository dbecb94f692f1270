package dev.assay.bench;

import dev.assay.core.identity.Uscc;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Random;

/**
 * A made-up file of penalties in the layout CF_* of the double publicity, the same for the same seed: one business for five rows, in no
 * order; one row in a thousand has a code whose check character is wrong.
 */
final class PenaltyFile {

    private static final String HEADER =
            "CF_XDR_MC,CF_XDR_LB,CF_XDR_SHXYM,CF_XDR_GSZC,CF_XDR_ZZJG,CF_XDR_SWDJ,CF_XDR_SYDW,CF_XDR_SHZZ,CF_FRDB,"
                    + "CF_FR_ZJLX,CF_FR_ZJHM,CF_XDR_ZJLX,CF_XDR_ZJHM,CF_WSH,CF_WFXW,CF_SY,CF_YJ,CF_CFLB,CF_NR,CF_NR_FK,CF_NR_WFFF,CF_NR_ZKDX,"
                    + "CF_JDRQ,CF_YXQ,CF_GSJZQ,CF_CFJG,CF_CFJGDM,CF_SJLY,CF_SJLYDM,BZ";
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final String[] CONDUCTS = {
        "未按规定建立进货查验记录制度", "经营超过保质期的食品", "经营标签不符合规定的预包装食品", "未取得食品经营许可从事食品经营活动", "餐饮服务提供者未按规定清洗消毒餐具"
    };
    private static final int ROWS_FOR_A_BUSINESS = 5;
    private static final int WRONG_OF = 1000;
    private static final int DIVISIONS = 300;

    private PenaltyFile() {}

    static Path write(Path file, int rows, long seed) throws IOException {
        Random random = new Random(seed);
        int businesses = Math.max(1, rows / ROWS_FOR_A_BUSINESS);
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write(HEADER);
            out.newLine();
            for (int row = 0; row < rows; row++) {
                out.write(row(row, random.nextInt(businesses), random));
                out.newLine();
            }
        }
        return file;
    }

    private static String row(int row, int business, Random random) {
        int division = 320000 + random.nextInt(DIVISIONS);
        String code = code(business);
        if (random.nextInt(WRONG_OF) == 0) {
            code = code.substring(0, 17) + (code.charAt(17) == '0' ? '1' : '0');
        }
        int days = random.nextInt(1500);
        LocalDate decided = LocalDate.of(2021, 1, 1).plusDays(days);
        int fine = random.nextInt(100);
        return "某市第%d食品经营部,法人及非法人组织,%s,,,,,,某人,身份证,%s,,,某市监罚〔%d〕%d号,%s,%s,%s,罚款,%s,%d.%02d,,/,%s,2099-12-31,%s,某市%d市场监督管理局,11%d00014220000,某市市场监督管理局,11%d00014220000,"
                .formatted(
                        business,
                        code,
                        personNumber(business),
                        decided.getYear(),
                        row,
                        CONDUCTS[random.nextInt(CONDUCTS.length)],
                        "检查时发现货架上有食品%d件不符合规定，当事人现场不能提供相关凭证".formatted(1 + fine),
                        "《中华人民共和国食品安全法》第一百二十六条第一款",
                        "责令改正，处以罚款%d00元".formatted(fine),
                        fine / 100,
                        fine % 100,
                        decided,
                        decided.plusYears(1),
                        division,
                        division,
                        division);
    }

    /** A representative of each business: day 0101 and no true check digit, so that it is nobody's. */
    private static String personNumber(int business) {
        return "110105%04d0101%04d".formatted(1930 + business / 10_000, business % 10_000);
    }

    private static String code(int business) {
        StringBuilder organisation = new StringBuilder("MU");
        for (int rest = business, i = 0; i < 6; i++, rest /= ALPHABET.length()) {
            organisation.append(ALPHABET.charAt(rest % ALPHABET.length()));
        }
        String eight = organisation.toString();
        String first17 = "92320613" + eight + Uscc.organisationCheck(eight);
        return first17 + Uscc.checkCharacter(first17);
    }
}
