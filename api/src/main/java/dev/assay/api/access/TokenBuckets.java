package dev.assay.api.access;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Counts requests: each caller has a bucket that fills evenly over a minute, and each request takes one out. It is kept in memory, so each server
 * counts for itself; the callers that were not heard of for longest are forgotten first.
 */
final class TokenBuckets {

    private static final int MOST_CALLERS = 100_000;
    private static final double MINUTE = Duration.ofMinutes(1).toNanos();

    private final Map<String, Bucket> buckets = new LinkedHashMap<>(1024, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > MOST_CALLERS;
        }
    };

    private record Bucket(double left, Instant at) {}

    /**
     * What a caller may still do.
     *
     * @param allowed whether this request is answered
     * @param limit the most requests of a minute
     * @param remaining those that could come at once now
     * @param reset seconds until the bucket is full again
     * @param retry seconds until the next request is answered; 0 if it is now
     */
    record Count(boolean allowed, int limit, int remaining, long reset, long retry) {}

    /**
     * Takes one out.
     *
     * @param caller who asks
     * @param limit requests of a minute, at least 1
     * @param now the time
     * @return what is left
     */
    synchronized Count take(String caller, int limit, Instant now) {
        Bucket known = buckets.getOrDefault(caller, new Bucket(limit, now));
        double filled = Duration.between(known.at, now).toNanos() / MINUTE * limit;
        double left = Math.min(limit, known.left + Math.max(0, filled));
        boolean allowed = left >= 1;
        double after = allowed ? left - 1 : left;
        buckets.put(caller, new Bucket(after, now));
        return new Count(
                allowed, limit, (int) after, seconds(limit - after, limit), allowed ? 0 : seconds(1 - left, limit));
    }

    private static long seconds(double requests, int limit) {
        return Math.max(1, (long) Math.ceil(requests / limit * 60 - 1e-9));
    }
}
