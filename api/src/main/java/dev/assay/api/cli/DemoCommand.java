package dev.assay.api.cli;

import dev.assay.store.account.Role;
import dev.assay.store.database.Database;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = {
            "Makes a sample district, runs the daily job on it, serves the API and the console, prints addresses and logins.",
            "演示：生成虚构辖区，运行每日作业，启动管理台。"
        })
final class DemoCommand extends WithOptions {

    private static final String PROVINCE = "approver-province";

    @Option(names = "--port", defaultValue = "8080", paramLabel = "PORT", description = "The port (default: 8080).")
    private int port;

    @Option(
            names = "--businesses",
            defaultValue = "2000",
            paramLabel = "N",
            description = "How many businesses (default: 2000).")
    private int businesses;

    @Override
    public Integer call() throws InterruptedException {
        Console console = console();
        Path feeds = options().data.toAbsolutePath().resolve("demo-feeds");
        MadeUpDay.run(
                options(), businesses, day -> MadeUpDay.write(businesses, day, feeds.resolve(day.toString())), console);
        ConfigurableApplicationContext server =
                Serving.start(options(), port, true, Map.of("assay.certificate.address", "http://localhost:" + port));
        console.line("");
        console.say("管理台  http://localhost:%d/", "Console  http://localhost:%d/", port);
        console.say("接口    http://localhost:%d/v1", "API      http://localhost:%d/v1", port);
        console.say("账户（每次演示更换密码）：", "Logins (new passwords with every demo):");
        for (Role role : Role.values()) {
            if (role == Role.BUSINESS) {
                continue; // It is made with a code, on the page of a business.
            }
            tellLogin(server, role.name().toLowerCase(Locale.ROOT), role, List.of());
        }
        // The made-up businesses lie in the districts of 3206: the province is above every authority that decides on
        // them.
        tellLogin(server, PROVINCE, Role.APPROVER, List.of("32"));
        console.say("（%s 为上一级机关，对列入决定表示同意）", "(%s is the level above, and consents to listing)", PROVINCE);
        console.say("按 Ctrl-C 结束。", "End it with Ctrl-C.");
        new CountDownLatch(1).await();
        return ExitStatus.DONE;
    }

    private void tellLogin(ConfigurableApplicationContext server, String name, Role role, List<String> divisions) {
        String password = AccountCommand.put(server.getBean(Database.class), options(), name, role, divisions);
        console().line("  %-17s %s".formatted(name, password));
    }
}
