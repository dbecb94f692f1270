package dev.assay.api.cli;

import dev.assay.store.account.Account;
import dev.assay.store.account.Accounts;
import dev.assay.store.account.Role;
import dev.assay.store.database.Database;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "account",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = {"Who may log in.", "账户。"},
        subcommands = AccountCommand.Add.class)
final class AccountCommand extends WithOptions {

    /** Without the letters and digits that are taken for one another. */
    private static final String ALPHABET = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private static final int LENGTH = 16;

    @Override
    public Integer call() {
        console().line("Maybe see: assay account --help");
        return ExitStatus.UNUSABLE;
    }

    /** Makes an account, or gives it a new password and role, and answers the password, which is kept nowhere else. */
    static String put(Database database, SharedOptions options, String name, Role role, List<String> divisions) {
        SecureRandom random = new SecureRandom();
        StringBuilder password = new StringBuilder();
        random.ints(LENGTH, 0, ALPHABET.length()).forEach(i -> password.append(ALPHABET.charAt(i)));
        String hash = Objects.requireNonNull(new BCryptPasswordEncoder().encode(password));
        new Accounts(database.dsl())
                .put(new Account(name, hash, role, null, divisions, false, 0), options.clock.instant());
        return password.toString();
    }

    @Command(
            name = "add",
            mixinStandardHelpOptions = true,
            description = {"Makes an account, or gives it a new password, and prints the password once.", "新建账户或重置密码。"})
    static final class Add extends WithOptions {

        @Parameters(paramLabel = "NAME", description = "The name at login.")
        @SuppressWarnings("NullAway.Init") // picocli refuses the command line without it
        private String name;

        @Option(names = "--role", required = true, description = "One of: ${COMPLETION-CANDIDATES}")
        @SuppressWarnings("NullAway.Init") // picocli refuses the command line without it
        private Role role;

        @Option(
                names = "--division",
                paramLabel = "CODE",
                description =
                        "A division to which the account is kept, such as 3206 (may be repeated; default: none, it acts for all).")
        private List<String> divisions = new ArrayList<>();

        @Override
        public Integer call() {
            if (!name.matches("[\\w.@-]{1,64}")) {
                throw new IllegalArgumentException(
                        "The account name (%s) is not 1 to 64 letters, digits, points, hyphens.%nMaybe use a short one."
                                .formatted(name));
            }
            if (role == Role.BUSINESS) {
                throw new IllegalArgumentException(
                        "An account with the role BUSINESS is bound to a business, and this command binds none.%nMaybe make a code on the page of the business in the console."
                                .formatted());
            }
            if (!divisions.stream().allMatch(code -> code.matches("[\\w-]{1,16}"))) {
                throw new IllegalArgumentException(
                        "The divisions (%s) are not codes.%nMaybe write --division 3206 for a prefecture, --division 320613 for a district."
                                .formatted(divisions));
            }
            try (Session session = Session.open(options())) {
                String password = put(session.bean(Database.class), options(), name, role, divisions);
                console().say("%s 的密码（仅显示一次）：%s", "Password of %s (shown only now): %s", name, password);
            }
            return ExitStatus.DONE;
        }
    }
}
