package dev.assay.api.cli;

import dev.assay.batch.verify.Finding;
import dev.assay.core.text.Bilingual;

/** What a verification found, in words. */
final class VerifyText {

    private VerifyText() {}

    static String of(Finding finding, Console console) {
        Bilingual words = words(finding.kind());
        return console.in(words.zh(), words.en(), finding.where(), finding.expected(), finding.found());
    }

    /** Each with the place, what was expected and what was found. */
    private static Bilingual words(Finding.Kind kind) {
        return switch (kind) {
            case FILE_HASH ->
                Bilingual.of(
                        "%s：文件字节与清单不符：SHA-256 应为 %s，实为 %s", "%s: its SHA-256 is %3$s, not %2$s as its manifest says");
            case COUNT -> Bilingual.of("%s：应有 %s 项，实有 %s 项", "%s: it holds %3$s items, not %2$s");
            case DIGEST ->
                Bilingual.of(
                        "%s：集合摘要应为 %s，实为 %s", "%s: the digest of its items is %3$s, not %2$s as its manifest says");
            case SIGNATURE ->
                Bilingual.of("%s：签名无效，或密钥 %s 未知", "%s: the signature is not right, or the key (%s) is not known");
            case CHAIN -> Bilingual.of("%s：属于链 %3$s，而非 %2$s", "%s: belongs to the chain %3$s, not %2$s");
            case LINE -> Bilingual.of("%s：%3$s", "%s: %3$s");
            case DOUBLE -> Bilingual.of("%s：重复", "%s: stands twice");
            case NUMBER ->
                Bilingual.of(
                        "%s：序号应为 %s，实为 %s：缺少、重复或错位",
                        "%s: its number is %3$s, not %2$s: a change is missing, there twice, or in another place");
            case PREVIOUS ->
                Bilingual.of(
                        "%s：前一散列应为 %s，实为 %s：链在此断裂",
                        "%s: it names %3$s as the hash before, not %2$s: the chain is broken here");
            case HASH ->
                Bilingual.of(
                        "%s：散列应为 %s，实为 %s：内容被改动",
                        "%s: its hash is %3$s, not %2$s as follows from it: something in it was changed");
            case CONTENT -> Bilingual.of("%s：内容的散列应为 %s，实为 %s", "%s: the hash of its content is %3$s, not %2$s");
            case STATE -> Bilingual.of("%s：与此前状态不符：%3$s", "%s: it does not fit what was there: %3$s");
            case END -> Bilingual.of("%s：变更应止于 %s，实止于 %s", "%s: the changes end at %3$s, not at %2$s");
            case MISSING -> Bilingual.of("缺少：%s", "Missing: %s");
            case SURPLUS -> Bilingual.of("多出：%s", "Surplus: %s");
            case DIFFERENT -> Bilingual.of("内容不同：%s", "Another content: %s");
            case RESULT ->
                Bilingual.of("%s：由变更得出的集合摘要为 %s，文件为 %s", "%s: the changes lead to the digest %s, the file has %s");
        };
    }
}
