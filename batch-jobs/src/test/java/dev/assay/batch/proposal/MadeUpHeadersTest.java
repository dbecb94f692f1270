package dev.assay.batch.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.config.ConfigFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Headers that nobody took from a sheet. */
class MadeUpHeadersTest {

    private static final Path FILES = Path.of("src/test/resources/headers");
    private static final MappingProposer PROPOSER = new MappingProposer(ConfigFiles.packaged());

    /** The first were written down with their meaning before the patterns of words were, the second long after. */
    @ParameterizedTest
    @ValueSource(strings = {"made-up.csv", "made-up-later.csv"})
    void ofHeadersThatWereMadeUpNearlyAllAreRightAndHardlyAnyIsWrong(String file) throws IOException {
        Tally tally = tally(file);
        assertThat(tally.rightPercent()).isGreaterThanOrEqualTo(95);
        assertThat(tally.wrongPercent()).isLessThanOrEqualTo(2);
    }

    /** These taught the vocabulary its English and its pinyin. */
    @Test
    void headersOfProgramsInEnglishAndPinyinAreRead() throws IOException {
        assertThat(tally("english-and-pinyin.csv").rightPercent()).isGreaterThanOrEqualTo(95);
    }

    private static Tally tally(String file) throws IOException {
        List<Map.Entry<String, String>> headers = new ArrayList<>();
        List<String> lines = Files.readAllLines(FILES.resolve(file));
        for (String line : lines.subList(1, lines.size())) {
            int comma = line.lastIndexOf(',');
            headers.add(Map.entry(line.substring(0, comma).replace("\"", ""), line.substring(comma + 1)));
        }
        Tally tally = Tally.of(headers, PROPOSER);
        tally.print(file);
        return tally;
    }

    /** The columns of penalties, licences and inspections have no canonical field yet. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "CF_XDR_MC, CF_XDR_LB, CF_XDR_SHXYM, CF_XDR_GSZC, CF_XDR_ZZJG, CF_FRDB, CF_FR_ZJLX, CF_FR_ZJHM, CF_WSH, CF_WFXW, CF_SY, CF_YJ,"
                        + " CF_CFLB, CF_NR, CF_NR_FK, CF_NR_WFFF, CF_NR_ZKDX, CF_JDRQ, CF_YXQ, CF_GSJZQ, CF_CFJG, CF_CFJGDM, CF_SJLY, BZ",
                "XK_XDR_MC, XK_XDR_LB, XK_XDR_SHXYM, XK_XKWS, XK_WSH, XK_XKLB, XK_XKZS, XK_XKBH, XK_NR, XK_JDRQ, XK_YXQZ, XK_YXQZI, XK_XKJG,"
                        + " XK_XKJGDM, XK_ZT",
                "行政相对人名称, 行政相对人类别, 统一社会信用代码, 工商注册号, 法定代表人, 行政处罚决定书文号, 违法行为类型, 违法事实, 处罚依据, 处罚类别, 处罚内容,"
                        + " 罚款金额（万元）, 没收违法所得、没收非法财物的金额, 暂扣或吊销证照名称及编号, 处罚决定日期, 处罚有效期, 公示截止期, 处罚机关, 处罚机关统一社会信用代码,"
                        + " 数据来源单位统一社会信用代码, 备注",
                "行政许可决定文书名称, 行政许可决定文书号, 许可类别, 许可证书名称, 许可编号, 许可内容, 许可决定日期, 有效期自, 有效期至, 许可机关, 许可机关统一社会信用代码, 当前状态",
                "抽查计划编号, 抽查计划名称, 抽查任务编号, 抽查任务名称, 检查编号, 检查类型, 检查机关, 检查机关代码, 检查人员, 检查日期, 许可证编号"
            })
    void sheetsOfOtherKindsGetNoFieldOfASamplingSheet(String headers) {
        List<String> header = List.of(headers.split(", ?", -1));
        assertThat(Sheets.propose(header, List.of()).columns())
                .filteredOn(column -> column.field() != null)
                .isEmpty();
    }
}
