package dev.assay.api.cli;

import dev.assay.store.database.Database;
import io.micrometer.observation.ObservationRegistry;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = {"API and console.", "启动接口与管理台。"})
final class ServeCommand extends WithOptions {

    @Option(names = "--port", defaultValue = "8080", paramLabel = "PORT", description = "The port (default: 8080).")
    private int port;

    @Option(
            names = "--daily-at",
            paramLabel = "HH:MM",
            description = "Runs the daily chain at this time, Asia/Shanghai; needs --feeds.")
    private @Nullable LocalTime dailyAt;

    @Option(names = "--feeds", paramLabel = "DIR", description = "The feeds' directory of the daily chain.")
    private @Nullable Path feeds;

    @Override
    public Integer call() throws InterruptedException {
        LocalTime at = dailyAt;
        Path directory = feeds;
        if ((at == null) != (directory == null)) {
            throw new IllegalArgumentException(
                    "Of --daily-at and --feeds only one is given.%nMaybe give both, or neither.".formatted());
        }
        ConfigurableApplicationContext server = Serving.start(options(), port, false, Map.of());
        Serving.ensureAccounts(console(), options(), server.getBean(Database.class));
        if (at != null && directory != null) {
            Serving.daily(options(), at, () -> directory, console(), server.getBean(ObservationRegistry.class));
        }
        console().say("管理台与接口：http://localhost:%d/", "Console and API: http://localhost:%d/", port);
        // The server lives until the process is told to end.
        new CountDownLatch(1).await();
        return ExitStatus.DONE;
    }
}
