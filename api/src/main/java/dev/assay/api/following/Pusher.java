package dev.assay.api.following;

import dev.assay.api.AuthorityClock;
import dev.assay.batch.publish.ChangeLine;
import dev.assay.store.database.Database;
import dev.assay.store.database.NamedLock;
import dev.assay.store.publication.ChangeLog;
import dev.assay.store.publication.LoggedChange;
import dev.assay.store.publication.Pushing;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Pushes changes to the partners that have an address for it: in their order, some at a time, the next only when the earlier were taken. What an
 * address does not take is tried again, after 30 seconds, a minute, two and so on up to six hours, {@value #ATTEMPTS} times, which is
 * some three and a half days; then it is given up until a person says otherwise. Nothing is lost by that: the changes stay where they are.
 */
@Component
class Pusher {

    /** So often it is tried. */
    static final int ATTEMPTS = 24;

    private static final Logger LOG = LoggerFactory.getLogger(Pusher.class);
    private static final int AT_ONCE = 500;
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(6);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Database database;
    private final Pushing pushing;
    private final ChangeLog log;
    private final PushSigner signer;
    private final AuthorityClock clock;
    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(5))
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final Thread sender;

    Pusher(Database database, Pushing pushing, ChangeLog log, PushSigner signer, AuthorityClock clock) {
        this.database = database;
        this.pushing = pushing;
        this.log = log;
        this.signer = signer;
        this.clock = clock;
        this.sender = Thread.ofPlatform().daemon().name("pusher").start(this::send);
    }

    private void send() {
        try {
            while (true) {
                Thread.sleep(PAUSE);
                look();
            }
        } catch (InterruptedException ended) {
            LOG.debug("The server ends.");
        }
    }

    private void look() {
        try {
            push(clock.now());
        } catch (RuntimeException e) {
            LOG.warn("Changes could not be pushed; it is tried again.", e);
        }
    }

    /** Pushes what is due, unless another process does, and answers how many addresses took something. */
    int push(Instant now) {
        if (pushing.due(now).isEmpty()) {
            return 0;
        }
        Optional<NamedLock> free = NamedLock.tryAcquire(database, "push");
        if (free.isEmpty()) {
            return 0;
        }
        try (NamedLock _ = free.get()) {
            int taken = 0;
            // One address that does not answer keeps the others waiting for no longer than its patience.
            for (Pushing.Due due : pushing.due(now)) {
                taken += push(due, now) ? 1 : 0;
            }
            return taken;
        }
    }

    private boolean push(Pushing.Due due, Instant now) {
        List<LoggedChange> changes = log.after(due.chain(), due.pushed(), AT_ONCE);
        if (changes.isEmpty()) {
            return false;
        }
        long last = changes.getLast().change().number();
        try {
            HttpResponse<Void> answer = client.send(request(due, changes, now), HttpResponse.BodyHandlers.discarding());
            if (answer.statusCode() / 100 == 2) {
                pushing.taken(due, last, "HTTP " + answer.statusCode(), now);
                return true;
            }
            fail(due, "HTTP " + answer.statusCode(), now);
        } catch (IOException | IllegalArgumentException e) {
            fail(due, e.getClass().getSimpleName() + ": " + e.getMessage(), now);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return false;
    }

    private HttpRequest request(Pushing.Due due, List<LoggedChange> changes, Instant now) {
        String body =
                changes.stream().map(change -> ChangeLine.write(change) + "\n").collect(Collectors.joining());
        long second = now.getEpochSecond();
        return HttpRequest.newBuilder(URI.create(due.address()))
                .timeout(PATIENCE)
                .header("Content-Type", ChangeApi.LINES)
                .header("Assay-Chain", due.chain().code())
                .header("Assay-Signature", signer.header(due.signature(), due.partner(), second, body))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    private void fail(Pushing.Due due, String answer, Instant now) {
        boolean last = due.attempts() + 1 >= ATTEMPTS;
        pushing.failed(due, answer, last ? null : now.plus(pause(due.attempts())), now);
        if (last) {
            LOG.warn("Pushing to the partner ({}) is given up after {} attempts: {}", due.partner(), ATTEMPTS, answer);
        }
    }

    static Duration pause(int failed) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(failed, 20));
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }

    @PreDestroy
    void stop() {
        sender.interrupt();
    }
}
