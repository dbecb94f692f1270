package dev.assay.api.cli;

import dev.assay.batch.daily.Daily;
import dev.assay.batch.district.DistrictGenerator;
import dev.assay.batch.district.MadeUpInspectors;
import dev.assay.store.database.Database;
import dev.assay.store.inspector.Inspectors;
import java.nio.file.Path;
import java.time.LocalDate;

/** A day of a made-up district: its feeds, the daily job on them, inspectors where there are none. */
final class MadeUpDay {

    private static final long SEED = 1;

    private MadeUpDay() {}

    /** Makes up the feeds of a day, below a folder for the day. */
    @FunctionalInterface
    interface Feeds {
        Path write(LocalDate day);
    }

    static void run(SharedOptions options, int businesses, Feeds made, Console console) {
        LocalDate today = options.dayOr(null);
        console.tell("正在生成虚构辖区（%,d 户）…", "Making up a district of %,d businesses ...", businesses);
        Path feeds = made.write(today);
        console.tell("正在启动数据库并运行每日作业 …", "Starting the database and running the daily job ...");
        try (Session session = Session.open(options)) {
            session.bean(Daily.class).run(feeds, today, new DailyProgress(console));
            Inspectors inspectors = new Inspectors(session.bean(Database.class).dsl());
            if (inspectors.all().isEmpty()) {
                inspectors.replace(MadeUpInspectors.of(businesses, today), DrawCommand.ACTOR, options.clock.instant());
            }
        }
    }

    /** Makes up a district. */
    static Path write(int businesses, LocalDate lastDay, Path out) {
        DistrictGenerator.write(businesses, SEED, lastDay, out);
        return out;
    }
}
