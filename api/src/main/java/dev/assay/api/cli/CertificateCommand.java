package dev.assay.api.cli;

import dev.assay.api.certificate.Certificate;
import dev.assay.api.certificate.CertificateFile;
import dev.assay.batch.signing.SigningKey;
import dev.assay.batch.signing.SigningKeys;
import dev.assay.core.text.Bilingual;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "certificate",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = {"Certificates of grades.", "等级证明。"},
        subcommands = CertificateCommand.Verify.class)
final class CertificateCommand extends WithOptions {

    @Override
    public Integer call() {
        console().line("Maybe see: assay certificate --help");
        return ExitStatus.UNUSABLE;
    }

    @Command(
            name = "verify",
            mixinStandardHelpOptions = true,
            description = {
                "Checks a certificate without asking anybody: by its signature and the published keys. Needs no database.",
                "离线核验等级证明。"
            })
    static final class Verify extends WithOptions {

        @Parameters(
                paramLabel = "CERTIFICATE",
                description = "The PDF, or what its code holds, or the text that begins with AC1.")
        @SuppressWarnings("NullAway.Init") // picocli refuses the command line without it
        private String given;

        @Option(
                names = "--keys",
                paramLabel = "FILE",
                description =
                        "The authority's public keys, as /v1/keys gives them. Without it those of the data directory.")
        private @Nullable Path keysFile;

        @Override
        public Integer call() {
            List<SigningKey> keys =
                    keysFile == null ? new SigningKeys(options().data).all() : SigningKeys.read(keysFile);
            if (keys.isEmpty()) {
                throw new IllegalArgumentException(
                        "There are no public keys to check with.%nMaybe fetch them from /v1/keys and name the file with --keys."
                                .formatted());
            }
            String text = given;
            if (isFile(given)) {
                byte[] pdf = read(Path.of(given));
                if (!CertificateFile.isSigned(pdf, keys)) {
                    console()
                            .say(
                                    "不可信：文件没有本机关的签名，或者签名后被改动。",
                                    "Not to be relied on: the file is not signed by this authority, or was altered since.");
                    return ExitStatus.DONE_WITH_REFUSALS;
                }
                text = CertificateFile.findWritten(pdf).orElse("");
            }
            return tell(Certificate.check(text, keys));
        }

        private int tell(Certificate.Checked checked) {
            if (checked.certificate().isEmpty()) {
                console()
                        .say(
                                "不可信：%s",
                                "Not to be relied on: %s",
                                switch (checked.fault().orElseThrow()) {
                                    case NONE -> word("其中没有证明文本。", "there is no certificate in it.");
                                    case UNREADABLE -> word("证明文本已被改动。", "its text was altered.");
                                    case UNKNOWN_KEY ->
                                        word(
                                                "所写密钥不是本机关在出具日期使用的密钥。",
                                                "the key that it names was not in use on its day of issue, or is not among the keys.");
                                    case FORGED -> word("签名与内容不符。", "the signature is not that of the content.");
                                });
                return ExitStatus.DONE_WITH_REFUSALS;
            }
            Certificate found = checked.certificate().get();
            console().line("%s  %s".formatted(found.name(), found.business()));
            if (!found.subject().equals(found.business())) {
                console().line(found.subject());
            }
            console()
                    .say(
                            "等级 %s（%s），出具于 %s，有效期至 %s，密钥 %s",
                            "Grade %s (%s), issued on %s, good until %s, key %s",
                            found.grade(),
                            found.model(),
                            found.day(),
                            found.until(),
                            found.keyId());
            if (found.until().isBefore(options().dayOr(null))) {
                console().say("签名真实，但已过有效期。", "The signature is right, and its term is over.");
                return ExitStatus.DONE_WITH_REFUSALS;
            }
            console()
                    .say(
                            "签名真实，在有效期内。等级是否仍然有效，请联网查询。",
                            "The signature is right, and its term runs. Whether the grade still stands is told online.");
            return ExitStatus.DONE;
        }

        private String word(String zh, String en) {
            return Bilingual.of(zh, en).in(console().language());
        }

        private static boolean isFile(String text) {
            try {
                return Files.isRegularFile(Path.of(text));
            } catch (InvalidPathException none) {
                return false;
            }
        }

        private static byte[] read(Path file) {
            try {
                return Files.readAllBytes(file);
            } catch (IOException e) {
                throw new IllegalArgumentException(
                        "The file (%s) cannot be read.%nMaybe check its permissions.".formatted(file), e);
            }
        }
    }
}
