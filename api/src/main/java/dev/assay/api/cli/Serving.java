package dev.assay.api.cli;

import dev.assay.api.AssayServer;
import dev.assay.batch.daily.Daily;
import dev.assay.store.account.Accounts;
import dev.assay.store.account.Role;
import dev.assay.store.database.Database;
import io.micrometer.observation.ObservationRegistry;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.Banner;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts the server of a command, and runs the daily chain beside it. */
final class Serving {

    private static final Logger LOG = LoggerFactory.getLogger(Serving.class);

    private Serving() {}

    static ConfigurableApplicationContext start(
            SharedOptions options, int port, boolean quiet, Map<String, Object> more) {
        requireFree(port);
        Map<String, Object> properties = new HashMap<>(more);
        properties.put("assay.data-dir", options.data.toAbsolutePath().toString());
        if (options.config != null) {
            properties.put("assay.config-dir", options.config.toAbsolutePath().toString());
        }
        if (options.database == null && Sandbox.is(options.data)) {
            properties.put("assay.sandbox.on", true);
        }
        if (options.database != null) {
            properties.put("assay.database.url", options.databaseSettings().url());
            properties.put("assay.database.user", options.databaseSettings().user());
            properties.put("assay.database.password", options.databaseSettings().password());
        }
        properties.put("server.port", port);
        if (quiet) {
            properties.put("logging.threshold.console", "OFF");
            properties.put("logging.file.name", Logs.file(options).toString());
        } else if ("json".equalsIgnoreCase(System.getenv("ASSAY_LOG"))) {
            properties.put("logging.structured.format.console", "ecs");
        }
        return new SpringApplicationBuilder(AssayServer.class)
                .bannerMode(Banner.Mode.OFF)
                .properties(properties)
                .run();
    }

    private static void requireFree(int port) {
        try (ServerSocket probe = new ServerSocket(port)) {
            probe.setReuseAddress(true);
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "The port (%d) is in use.%nMaybe choose another with --port, or stop what uses it.".formatted(port),
                    e);
        }
    }

    /** Someone must be able to log in: an empty installation gets an administrator, a regulator, an approver and an operator, whose passwords are shown once. */
    static void ensureAccounts(Console console, SharedOptions options, Database database) {
        if (new Accounts(database.dsl()).isEmpty()) {
            console.say(
                    "首次启动，已建立账户（密码仅显示一次）：", "First start: these accounts were made; the passwords are shown only now.");
            for (Role role : new Role[] {Role.ADMINISTRATOR, Role.REGULATOR, Role.APPROVER, Role.OPERATOR}) {
                String name = role.name().toLowerCase(Locale.ROOT);
                console.line(
                        "  %-13s %s".formatted(name, AccountCommand.put(database, options, name, role, List.of())));
            }
        }
    }

    /** Runs the daily chain every day at a time of the authority's zone, on what the feeds' directory is then, until the process ends. A failure is logged and the next day tries again. */
    static Thread daily(
            SharedOptions options,
            LocalTime at,
            Supplier<Path> feeds,
            Console console,
            ObservationRegistry observations) {
        return Thread.ofPlatform().daemon().name("daily").start(() -> {
            while (true) {
                ZonedDateTime now = ZonedDateTime.now(options.clock);
                ZonedDateTime next = now.with(at);
                if (!next.isAfter(now)) {
                    next = next.plusDays(1);
                }
                if (!sleep(Duration.between(now, next))) {
                    return;
                }
                runDaily(options, feeds, console, observations);
            }
        });
    }

    private static void runDaily(
            SharedOptions options, Supplier<Path> feeds, Console console, ObservationRegistry observations) {
        try (Session session = Session.open(options, observations)) {
            long refused = session.bean(Daily.class).run(feeds.get(), options.dayOr(null), new DailyProgress(console));
            LOG.info("The daily run is done; {} rows and files were refused or wait.", refused);
        } catch (RuntimeException e) {
            LOG.error("The daily run failed; it goes on where it stopped when it is run again.", e);
        }
    }

    private static boolean sleep(Duration duration) {
        try {
            Thread.sleep(duration);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
