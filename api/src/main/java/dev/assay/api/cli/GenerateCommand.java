package dev.assay.api.cli;

import dev.assay.batch.district.DistrictGenerator;
import dev.assay.batch.district.GeneratedDistrict;
import java.nio.file.Path;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "generate",
        mixinStandardHelpOptions = true,
        description = {"Writes the feeds of a made-up district. No business in it is real.", "生成虚构辖区的数据文件。"})
final class GenerateCommand extends WithOptions {

    @Option(names = "--businesses", required = true, paramLabel = "N", description = "How many businesses.")
    private int businesses;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Where the feeds go.")
    @SuppressWarnings("NullAway.Init") // picocli refuses the command line without it
    private Path out;

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "1",
            description = "Another seed, another district (default: 1).")
    private long seed;

    @Option(
            names = "--last-day",
            paramLabel = "DATE",
            description = "The last day of which the feeds tell (default: today).")
    private @Nullable LocalDate lastDay;

    @Override
    public Integer call() {
        GeneratedDistrict district =
                DistrictGenerator.write(businesses, seed, options().dayOr(lastDay), out);
        district.files()
                .forEach(file -> console()
                        .line("%-20s %s  %,d".formatted(file.feed(), file.path().getFileName(), file.rows())));
        console()
                .say(
                        "虚构辖区：%,d 户，%,d 行，其中故意写错 %,d 行",
                        "A made-up district: %,d businesses, %,d rows, %,d of them faulty on purpose",
                        district.businesses(),
                        district.rows(),
                        district.faultyRows());
        return ExitStatus.DONE;
    }
}
