package dev.assay.api.cli;

import dev.assay.api.account.ClientKeeping;
import dev.assay.batch.district.DistrictDays;
import dev.assay.store.account.Accounts;
import dev.assay.store.account.ClientScope;
import dev.assay.store.account.Role;
import dev.assay.store.database.Database;
import io.micrometer.observation.ObservationRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "sandbox",
        mixinStandardHelpOptions = true,
        description = {
            "Serves a sandbox for platforms: the API and the console on a made-up district that goes on day by day, with programs and logins of its own.",
            "对接沙箱：在逐日更新的虚构辖区上提供接口与管理台。"
        })
final class SandboxCommand extends WithOptions {

    private static final int YEARS_AHEAD = 1;
    private static final List<String> PROGRAMS = List.of("sandbox platform 1", "sandbox platform 2");
    private static final String ACTOR = "sandbox";

    @Option(names = "--port", defaultValue = "8090", paramLabel = "PORT", description = "The port (default: 8090).")
    private int port;

    @Option(
            names = "--businesses",
            defaultValue = "2000",
            paramLabel = "N",
            description = "How many businesses (default: 2000).")
    private int businesses;

    @Option(
            names = "--daily-at",
            defaultValue = "03:00",
            paramLabel = "HH:MM",
            description = "When the district goes on by a day, Asia/Shanghai (default: 03:00).")
    private LocalTime dailyAt = LocalTime.of(3, 0);

    @Override
    public Integer call() throws InterruptedException {
        try (ConfigurableApplicationContext server = start()) {
            console().say("沙箱：http://localhost:%d/", "Sandbox: http://localhost:%d/", port);
            Serving.daily(
                    options(),
                    dailyAt,
                    () -> feeds(options().dayOr(null)),
                    console(),
                    server.getBean(ObservationRegistry.class));
            new CountDownLatch(1).await();
        }
        return ExitStatus.DONE;
    }

    /** Makes the day up and serves it. */
    ConfigurableApplicationContext start() {
        if (options().database != null) {
            throw new IllegalArgumentException(
                    "A sandbox keeps its data in a directory of its own, and no database server is taken for it.%nMaybe leave --database out."
                            .formatted());
        }
        LocalDate last = Sandbox.claim(options().data, options().dayOr(null).plusYears(YEARS_AHEAD));
        if (options().dayOr(null).isAfter(last)) {
            console()
                    .say(
                            "虚构辖区的数据止于 %s，不再有新记录。可清空目录后重新开始。",
                            "The made-up district ends on %s: no new records come. Begin anew in an empty directory.",
                            last);
        }
        MadeUpDay.run(options(), businesses, this::feeds, console());
        ConfigurableApplicationContext server =
                Serving.start(options(), port, true, Map.of("assay.certificate.address", "http://localhost:" + port));
        ensureAccess(server);
        return server;
    }

    /** Logins of every role and two programs, whose secrets are shown once and stay good from day to day. */
    private void ensureAccess(ConfigurableApplicationContext server) {
        Database database = server.getBean(Database.class);
        if (!new Accounts(database.dsl()).isEmpty()) {
            return;
        }
        console()
                .say(
                        "首次启动，已建立账户与程序（仅显示一次）：",
                        "First start: these logins and programs were made; their secrets are shown only now.");
        for (Role role : Role.values()) {
            if (role != Role.BUSINESS) {
                String name = role.name().toLowerCase(Locale.ROOT);
                login(database, name, role, List.of());
            }
        }
        login(database, "approver-province", Role.APPROVER, List.of("32"));
        for (String title : PROGRAMS) {
            server.getBean(ClientKeeping.class)
                    .add(title, EnumSet.complementOf(EnumSet.of(ClientScope.VISITS)), List.of(), ACTOR)
                    .ifPresent(made -> console().line("  %-19s %s %s".formatted(title, made.client(), made.secret())));
        }
    }

    private void login(Database database, String name, Role role, List<String> divisions) {
        console().line("  %-19s %s".formatted(name, AccountCommand.put(database, options(), name, role, divisions)));
    }

    /** What of the district has happened by a day. What was written for the days before was taken in, and would only fill the disk. */
    private Path feeds(LocalDate day) {
        Path folder = options().data.toAbsolutePath().resolve("sandbox-feeds");
        Path all = options().data.toAbsolutePath().resolve("sandbox-district");
        try {
            FileSystemUtils.deleteRecursively(folder);
            if (!Files.exists(all.resolve("README.txt"))) {
                MadeUpDay.write(businesses, Sandbox.lastDay(options().data), all);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The feeds of the sandbox (%s) cannot be made anew.".formatted(folder), e);
        }
        Path out = folder.resolve(day.toString());
        DistrictDays.write(all, day, out);
        return out;
    }
}
