package dev.assay.batch.quality;

import dev.assay.batch.JobLaunch;
import java.time.InstantSource;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;

/** Measures the quality of the data. */
public final class Measurements {

    static final String AT = "at";

    private final JobLaunch launch;
    private final Job job;
    private final InstantSource clock;

    Measurements(JobLaunch launch, Job job, InstantSource clock) {
        this.launch = launch;
        this.job = job;
        this.clock = clock;
    }

    /**
     * Measures anew, in place of what was measured before.
     *
     * @throws dev.assay.batch.JobFailedException if it fails, is stopped, or runs already
     */
    public void run() {
        launch.run(
                job,
                new JobParametersBuilder()
                        .addString(AT, clock.instant().toString())
                        .toJobParameters());
    }
}
