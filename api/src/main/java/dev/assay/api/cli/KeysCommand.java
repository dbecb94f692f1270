package dev.assay.api.cli;

import dev.assay.batch.signing.SigningKey;
import dev.assay.batch.signing.SigningKeys;
import picocli.CommandLine.Command;

@Command(
        name = "keys",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = {"The keys that sign what is published.", "签名密钥。"},
        subcommands = {KeysCommand.Listing.class, KeysCommand.Rotate.class})
final class KeysCommand extends WithOptions {

    @Override
    public Integer call() {
        console().line("Maybe see: assay keys --help");
        return ExitStatus.UNUSABLE;
    }

    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = {"The public keys as JSON, as /v1/keys gives them: the file that verify takes.", "列出公钥（JSON）。"
            })
    static final class Listing extends WithOptions {

        @Override
        public Integer call() {
            console().line(SigningKeys.text(new SigningKeys(options().data).all()));
            return ExitStatus.DONE;
        }
    }

    @Command(
            name = "rotate",
            mixinStandardHelpOptions = true,
            description = {
                "Puts a fresh key in the place of the one in use. Its public key stays published, so that what it signed can be verified.",
                "更换签名密钥，旧公钥继续公布。"
            })
    static final class Rotate extends WithOptions {

        @Override
        public Integer call() {
            SigningKey fresh =
                    new SigningKeys(options().data).rotate(options().clock.instant());
            console().say("现用密钥：%s", "The key in use is now %s", fresh.id());
            return ExitStatus.DONE;
        }
    }
}
