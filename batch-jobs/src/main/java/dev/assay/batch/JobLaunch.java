package dev.assay.batch;

import dev.assay.store.database.Database;
import dev.assay.store.database.NamedLock;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;

/**
 * Launches jobs so that an interrupted one is taken up again. One run of a job at a time: Spring Batch alone lets two concurrent restarts of
 * one job both run, so a lock in the database keeps them apart, and its holder knows that an execution still marked as running is a dead one.
 */
public final class JobLaunch {

    private static final Logger LOG = LoggerFactory.getLogger(JobLaunch.class);
    private static final int SECONDS_TO_STOP = 30;

    private final Database database;
    private final JobOperator operator;
    private final JobRepository repository;

    /**
     * A launch.
     *
     * @param database the database of the jobs and of the lock
     * @param operator Spring Batch's operator, which runs jobs on the calling thread
     * @param repository Spring Batch's repository
     */
    public JobLaunch(Database database, JobOperator operator, JobRepository repository) {
        this.database = database;
        this.operator = operator;
        this.repository = repository;
    }

    /**
     * Takes the lock that keeps two runs of a job apart.
     *
     * @param job the job's name
     * @return the lock, which the caller closes after the run
     * @throws JobFailedException if another process runs the job
     */
    public NamedLock lock(String job) {
        return NamedLock.tryAcquire(database, "job." + job)
                .orElseThrow(() -> new JobFailedException(
                        "The job (%s) is running already in another process.%nMaybe wait until it has ended; the console's page Jobs shows it."
                                .formatted(job),
                        null));
    }

    /**
     * Runs a job to its end. If its last execution with the same parameters was interrupted, that one is taken up again. The caller holds
     * the job's {@link #lock}. An interrupt from outside (Ctrl-C, SIGTERM) stops the job at the end of the chunk.
     *
     * @param job the job
     * @param parameters its parameters
     * @return the completed execution
     * @throws JobFailedException if it failed or was stopped
     */
    public JobExecution run(Job job, JobParameters parameters) {
        JobExecution last = repository.getLastJobExecution(job.getName(), parameters);
        if (last != null && last.getStatus().isRunning()) {
            LOG.info("The last execution ({}) of the job ({}) was killed; it is taken up again.", last.getId(), job.getName());
            operator.recover(last);
        }
        CountDownLatch ended = new CountDownLatch(1);
        Thread stopper = new Thread(() -> stop(job, parameters, ended), "stop-" + job.getName());
        Runtime.getRuntime().addShutdownHook(stopper);
        try {
            return completed(job, operator.start(job, parameters));
        } catch (JobExecutionException e) {
            throw new JobFailedException(
                    "The job (%s) could not be started: %s%nMaybe run the same command again.".formatted(job.getName(), e.getMessage()), e);
        } finally {
            ended.countDown();
            removeHook(stopper);
        }
    }

    private void stop(Job job, JobParameters parameters, CountDownLatch ended) {
        try {
            JobExecution running = repository.getLastJobExecution(job.getName(), parameters);
            if (running != null && running.isRunning()) {
                operator.stop(running);
            }
            if (!ended.await(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
                LOG.warn("The job ({}) did not stop in {} s.", job.getName(), SECONDS_TO_STOP);
            }
        } catch (JobExecutionException e) {
            LOG.warn("The job ({}) could not be stopped.", job.getName(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void removeHook(Thread stopper) {
        try {
            Runtime.getRuntime().removeShutdownHook(stopper);
        } catch (IllegalStateException shuttingDown) {
            // The hook is running: it is what ended the job.
        }
    }

    private static JobExecution completed(Job job, JobExecution execution) {
        if (execution.getStatus() == BatchStatus.COMPLETED) {
            return execution;
        }
        if (execution.getStatus() == BatchStatus.STOPPED) {
            throw new JobFailedException(
                    "The job (%s) was stopped.%nMaybe run the same command again; it goes on where it stopped.".formatted(job.getName()),
                    null);
        }
        Throwable cause = execution.getAllFailureExceptions().isEmpty()
                ? null
                : execution.getAllFailureExceptions().getFirst();
        throw new JobFailedException(
                "The job (%s) failed: %s%nMaybe mend the cause and run the same command again; it goes on where it stopped."
                        .formatted(job.getName(), cause == null ? execution.getExitStatus().getExitCode() : rootMessage(cause)),
                cause);
    }

    private static String rootMessage(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
    }
}
