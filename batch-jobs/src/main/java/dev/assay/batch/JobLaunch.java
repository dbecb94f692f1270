package dev.assay.batch;

import dev.assay.store.database.Database;
import dev.assay.store.database.NamedLock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.FatalStepExecutionException;

/**
 * Launches a job, or goes on where it stopped: an execution with the same parameters that failed, was stopped or was killed is
 * restarted; after one that is complete, the same parameters are a new occasion. A lock keeps two runs of one job apart, also those of
 * two processes; so an execution that seems to be running under the lock was killed.
 */
public final class JobLaunch {

    private static final Logger LOG = LoggerFactory.getLogger(JobLaunch.class);
    private static final String OCCASION = "occasion";
    private static final int AT_A_TIME = 100;
    private static final int SECONDS_TO_STOP = 30;
    private static final int SECONDS_TO_SAY = 5;

    private final Database database;
    private final JobRepository jobRepository;
    private final JobOperator jobOperator;

    /**
     * A launcher.
     *
     * @param database whose lock is taken
     * @param jobRepository what was run before
     * @param jobOperator runs jobs, in the calling thread
     */
    public JobLaunch(Database database, JobRepository jobRepository, JobOperator jobOperator) {
        this.database = database;
        this.jobRepository = jobRepository;
        this.jobOperator = jobOperator;
    }

    /**
     * Runs a job to its end.
     *
     * @param job the job
     * @param parameters its parameters; those that identify the work are identifying
     * @return the complete execution
     * @throws JobBusyException if the job is running already
     * @throws JobFailedException if it did not complete; the same launch restarts it
     */
    public JobExecution run(Job job, JobParameters parameters) {
        try (NamedLock _ = NamedLock.tryAcquire(database, "job-" + job.getName())
                .orElseThrow(() -> new JobBusyException(job.getName()))) {
            JobExecution execution = runStoppably(job, occasion(job.getName(), parameters));
            if (execution.getStatus() != BatchStatus.COMPLETED) {
                throw new JobFailedException(job.getName(), execution.getStatus(), firstFailure(execution));
            }
            return execution;
        } catch (JobExecutionException e) {
            throw new JobFailedException(job.getName(), BatchStatus.FAILED, e);
        }
    }

    /**
     * Gives up a failed execution that no restart can mend: the same launch then begins anew.
     *
     * @param job the job
     * @param parameters those with which it was launched
     */
    public void abandon(Job job, JobParameters parameters) {
        try {
            Optional<JobExecution> failed = findLast(job.getName(), occasion(job.getName(), parameters));
            if (failed.isPresent()) {
                jobOperator.abandon(failed.get());
            }
        } catch (JobExecutionException e) {
            throw new JobFailedException(job.getName(), BatchStatus.FAILED, e);
        }
    }

    /**
     * Gives up all executions that did not complete and that must not be gone on with, because what they rest on has changed.
     *
     * @param job the job's name
     * @param outdated tells them by the parameters with which they were launched
     * @throws JobBusyException if the job is running
     */
    public void abandonAll(String job, Predicate<JobParameters> outdated) {
        try (NamedLock _ = NamedLock.tryAcquire(database, "job-" + job).orElseThrow(() -> new JobBusyException(job))) {
            List<JobInstance> some;
            int seen = 0;
            do {
                some = jobRepository.getJobInstances(job, seen, AT_A_TIME);
                seen += some.size();
                for (JobInstance instance : some) {
                    JobExecution last = jobRepository.getLastJobExecution(instance);
                    if (last != null && isUnfinished(last) && outdated.test(last.getJobParameters())) {
                        recoverKilled(last);
                        jobOperator.abandon(last);
                    }
                }
            } while (!some.isEmpty());
        } catch (JobExecutionException e) {
            throw new JobFailedException(job, BatchStatus.FAILED, e);
        }
    }

    private static boolean isUnfinished(JobExecution execution) {
        return execution.getStatus() != BatchStatus.COMPLETED && execution.getStatus() != BatchStatus.ABANDONED;
    }

    /** Ctrl-C and SIGTERM stop the job at the end of its chunk, so that it is known to have stopped and need not be recovered. */
    private JobExecution runStoppably(Job job, JobParameters parameters) throws JobExecutionException {
        CountDownLatch ended = new CountDownLatch(1);
        Thread runner = Thread.currentThread();
        Thread stopper = new Thread(() -> stop(job.getName(), ended, runner), "stop-" + job.getName());
        Runtime.getRuntime().addShutdownHook(stopper);
        try {
            return jobOperator.start(job, parameters);
        } finally {
            ended.countDown();
            removeHook(stopper);
        }
    }

    private void stop(String job, CountDownLatch ended, Thread runner) {
        try {
            for (JobExecution running : jobRepository.findRunningJobExecutions(job)) {
                jobOperator.stop(running);
            }
            if (!ended.await(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
                LOG.warn(
                        "The job ({}) did not stop within {} s; it will be recovered when it is run again.",
                        job,
                        SECONDS_TO_STOP);
            }
            // Whoever ran the job has something to say about it before the process ends.
            runner.join(Duration.ofSeconds(SECONDS_TO_SAY));
        } catch (JobExecutionException e) {
            LOG.warn("The job ({}) could not be stopped; it will be recovered when it is run again.", job, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void removeHook(Thread stopper) {
        try {
            Runtime.getRuntime().removeShutdownHook(stopper);
        } catch (IllegalStateException ending) {
            LOG.debug("The hook is running: it is what ended the job.");
        }
    }

    private JobParameters occasion(String job, JobParameters parameters) {
        for (long number = 1; ; number++) {
            JobParameters numbered = new JobParametersBuilder(parameters)
                    .addLong(OCCASION, number, true)
                    .toJobParameters();
            Optional<JobExecution> last = findLast(job, numbered);
            if (last.isEmpty()) {
                return numbered;
            }
            if (isUnfinished(last.get())) {
                recoverKilled(last.get());
                return numbered;
            }
        }
    }

    private Optional<JobExecution> findLast(String job, JobParameters parameters) {
        JobInstance instance = jobRepository.getJobInstance(job, parameters);
        return Optional.ofNullable(instance).map(jobRepository::getLastJobExecution);
    }

    private void recoverKilled(JobExecution last) {
        // A process that is killed while its job stops leaves a stopped job with a step that still counts as running.
        boolean halfStopped = last.getStepExecutions().stream()
                .anyMatch(step -> step.getStatus().isRunning());
        if (last.getStatus().isRunning() || last.getStatus() == BatchStatus.UNKNOWN || halfStopped) {
            LOG.info(
                    "The job ({}) was interrupted and goes on where it stopped.",
                    last.getJobInstance().getJobName());
            jobOperator.recover(last);
        }
    }

    private static @Nullable Throwable firstFailure(JobExecution execution) {
        return execution.getAllFailureExceptions().stream()
                .findFirst()
                .map(JobLaunch::unwrapped)
                .orElse(null);
    }

    /** Spring Batch wraps what a chunk failed for into an exception that says nothing of it. */
    private static Throwable unwrapped(Throwable failure) {
        Throwable cause = failure.getCause();
        return failure instanceof FatalStepExecutionException && cause != null ? unwrapped(cause) : failure;
    }
}
