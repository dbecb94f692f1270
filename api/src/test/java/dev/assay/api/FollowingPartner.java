package dev.assay.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.batch.publish.ChangeLine;
import dev.assay.core.publication.Chain;
import dev.assay.core.publication.ChainEnd;
import dev.assay.core.publication.Change;
import dev.assay.core.publication.Follower;
import dev.assay.core.publication.ItemId;
import dev.assay.core.publication.SetDigest;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A partner's own program: it fetches what is public, proves every change, carries it out and says so. */
final class FollowingPartner {

    private final Caller caller;
    private final Follower follower = new Follower(Chain.PUBLIC, ChainEnd.NONE);
    private final SetDigest.Sum digest = new SetDigest.Sum(SetDigest.EMPTY);

    FollowingPartner(SampleServer server, String account) {
        this.caller = new Caller(server, account);
    }

    /** Fetches what came since, and answers the changes. */
    List<Change> fetch() {
        List<Change> changes = caller.get(
                        "/v1/changes?limit=10000&after=" + follower.end().number(), "Accept", "application/x-ndjson")
                .body()
                .lines()
                .map(line ->
                        ChangeLine.parse(line.getBytes(StandardCharsets.UTF_8)).change())
                .toList();
        for (Change change : changes) {
            assertThat(change.computedHash()).isEqualTo(change.hash());
            assertThat(follower.apply(change)).as("change " + change.number()).isEmpty();
            digest.apply(change);
        }
        return changes;
    }

    /** Says that all that it fetched is carried out. */
    void acknowledge() {
        ChainEnd end = follower.end();
        assertThat(caller.post(
                                "/v1/acknowledgements",
                                "{\"chain\":\"public\",\"number\":%d,\"hash\":\"%s\"}"
                                        .formatted(end.number(), end.hash()))
                        .statusCode())
                .isEqualTo(200);
    }

    boolean holdsEntry(long id) {
        return follower.find(new ItemId("list-entry", Long.toString(id))).isPresent();
    }

    String digest() {
        return digest.digest().shortened();
    }
}
