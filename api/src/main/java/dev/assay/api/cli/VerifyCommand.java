package dev.assay.api.cli;

import dev.assay.batch.signing.SigningKey;
import dev.assay.batch.signing.SigningKeys;
import dev.assay.batch.verify.Verification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = {
            "Proves that a full file and the changes since give another full file, or says what differs.",
            "核验：全量文件加上其后的变更等于另一全量文件。"
        })
final class VerifyCommand extends WithOptions {

    @Option(
            names = "--from",
            required = true,
            paramLabel = "FULL_A",
            description = "The earlier full file, its manifest (FULL_A.manifest) beside it.")
    @SuppressWarnings("NullAway.Init") // picocli refuses the command line without it
    private Path from;

    @Option(
            names = "--changes",
            paramLabel = "FILE",
            description =
                    "The changes since, one a line, as /v1/changes gives them; plain, .gz or .zst. Without it there must be none.")
    private @Nullable Path changes;

    @Option(
            names = "--to",
            required = true,
            paramLabel = "FULL_B",
            description = "The later full file, its manifest (FULL_B.manifest) beside it.")
    @SuppressWarnings("NullAway.Init") // picocli refuses the command line without it
    private Path to;

    @Option(
            names = "--keys",
            paramLabel = "FILE",
            description =
                    "The authority's public keys, as /v1/keys gives them. Without it those of the data directory.")
    private @Nullable Path keysFile;

    @Override
    public Integer call() {
        List<SigningKey> keys = keysFile == null ? new SigningKeys(options().data).all() : SigningKeys.read(keysFile);
        Verification.Report report = run(keys);
        console()
                .say(
                        "%s：%,d 项；变更 %,d 条；%s：%,d 项",
                        "%s: %,d items; %,d changes; %s: %,d items",
                        from,
                        report.itemsFrom(),
                        report.changes(),
                        to,
                        report.itemsTo());
        if (keys.isEmpty()) {
            console()
                    .say(
                            "未核验签名：没有公钥。请从 /v1/keys 下载并以 --keys 指定。",
                            "Signatures were not checked: there are no public keys. Fetch them from /v1/keys and name them with --keys.");
        }
        if (report.count() == 0) {
            console().say("一致，集合摘要 %s", "Equal; set digest %s", report.digest());
            return ExitStatus.DONE;
        }
        report.findings().forEach(finding -> console().line("  " + VerifyText.of(finding, console())));
        console().say("不一致：%,d 处", "Not equal: %,d differences", report.count());
        return ExitStatus.DONE_WITH_REFUSALS;
    }

    private Verification.Report run(List<SigningKey> keys) {
        for (Path file : changes == null ? List.of(from, to) : List.of(from, changes, to)) {
            if (!Files.isRegularFile(file)) {
                throw new IllegalArgumentException(
                        "The file (%s) is not there.%nMaybe check its path.".formatted(file));
            }
        }
        try {
            return Verification.run(new Verification.Request(from, changes, to, keys));
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "A file cannot be read: %s%nMaybe it was cut off on its way; fetch it again."
                            .formatted(e.getMessage()),
                    e);
        }
    }
}
