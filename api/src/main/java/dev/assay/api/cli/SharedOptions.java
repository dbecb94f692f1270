package dev.assay.api.cli;

import dev.assay.model.config.ConfigFiles;
import dev.assay.store.database.DatabaseSettings;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that every command has. */
final class SharedOptions {

    /** Days are those of China, wherever the machine stands. */
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    @Option(
            names = "--config",
            paramLabel = "DIR",
            description = {"Your own models, feeds, measures and calendars, over the packaged ones.", "自有配置目录，覆盖内置配置。"})
    @Nullable
    Path config;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "data",
            description = {"The embedded database and working files (default: ./data).", "内置数据库与工作文件目录。"})
    Path data = Path.of("data");

    @Option(
            names = "--database",
            paramLabel = "URL",
            description = {
                "A MySQL or MariaDB server instead of the embedded database, such as jdbc:mysql://host/assay;",
                "user and password from ASSAY_DB_USER and ASSAY_DB_PASSWORD. 使用数据库服务器。"
            })
    @Nullable
    String database;

    @Option(
            names = "--lang",
            paramLabel = "zh|en",
            description = {"Language of the output (default: the system's).", "输出语言。"})
    @Nullable
    String language;

    @Option(
            names = {"--quiet", "-q"},
            description = {"Print results and errors only.", "只输出结果和错误。"})
    boolean quiet;

    /** The clock of the command line: the one place where today comes from. */
    Clock clock = Clock.system(ZONE);

    String language() {
        String wanted = language == null ? Locale.getDefault().getLanguage() : language;
        return wanted.startsWith("zh") ? "zh" : "en";
    }

    ConfigFiles configFiles() {
        return config == null ? ConfigFiles.packaged() : ConfigFiles.in(config);
    }

    DatabaseSettings databaseSettings() {
        if (database == null) {
            return DatabaseSettings.embedded(data.toAbsolutePath());
        }
        String user = System.getenv("ASSAY_DB_USER");
        String password = System.getenv("ASSAY_DB_PASSWORD");
        return DatabaseSettings.server(
                data.toAbsolutePath(), database, user == null ? "assay" : user, password == null ? "" : password);
    }

    LocalDate dayOr(@Nullable LocalDate day) {
        return day == null ? LocalDate.now(clock) : day;
    }

    Instant instantOr(@Nullable Instant instant) {
        return instant == null ? clock.instant() : instant;
    }
}
