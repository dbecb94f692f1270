package dev.assay.core.publication;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.core.publication.Follower.Fault;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random histories of a chain, and what a follower makes of them when somebody has tampered. */
class FollowerTest {

    private static final Instant AT = Instant.parse("2026-11-22T08:15:00Z");
    private static final int STEPS = 300;

    /** The state of a chain that grows. */
    private static final class History {
        private final Random random;
        private final Map<ItemId, String> items = new HashMap<>();
        private final List<Change> changes = new ArrayList<>();
        private ChainEnd end = ChainEnd.NONE;

        History(long seed) {
            random = new Random(seed);
        }

        void step() {
            ItemId item = new ItemId("rating", "m " + random.nextInt(40));
            String was = items.get(item);
            String content = Sha256.of("content " + random.nextLong());
            boolean goes = was != null && random.nextInt(3) == 0;
            Change.Draft draft = new Change.Draft(
                    was == null ? ChangeOperation.ADD : goes ? ChangeOperation.WITHDRAW : ChangeOperation.MODIFY,
                    item,
                    ChangeReason.CORRECTION,
                    was,
                    goes ? null : content);
            Change change = Change.next(end, Chain.PUBLIC, draft, AT.plusSeconds(changes.size()));
            if (goes) {
                items.remove(item);
            } else {
                items.put(item, content);
            }
            changes.add(change);
            end = change.end();
        }

        SetDigest digest() {
            SetDigest.Sum sum = new SetDigest.Sum(SetDigest.EMPTY);
            items.forEach(sum::add);
            return sum.digest();
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void a_full_file_and_the_changes_since_give_the_later_full_file(long seed) {
        History history = new History(seed);
        for (int i = 0; i < history.random.nextInt(STEPS); i++) {
            history.step();
        }
        Follower follower = new Follower(Chain.PUBLIC, history.end);
        history.items.forEach(follower::take);
        SetDigest.Sum sum = new SetDigest.Sum(history.digest());
        int read = history.changes.size();
        for (int i = 0; i < STEPS; i++) {
            history.step();
        }

        for (Change change : history.changes.subList(read, history.changes.size())) {
            assertThat(change.computedHash()).isEqualTo(change.hash());
            assertThat(follower.apply(change)).isEmpty();
            sum.apply(change);
        }

        assertThat(follower.end()).isEqualTo(history.end);
        assertThat(follower.items()).isEqualTo(history.items.keySet());
        history.items.forEach((item, hash) -> assertThat(follower.find(item)).contains(hash));
        assertThat(sum.digest()).isEqualTo(history.digest());
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {11, 12, 13, 14, 15, 16, 17, 18})
    void a_change_that_is_missing_doubled_reordered_or_forged_is_found_at_its_place(long seed) {
        History history = new History(seed);
        for (int i = 0; i < STEPS; i++) {
            history.step();
        }
        int at = 1 + history.random.nextInt(STEPS - 2);
        Change there = history.changes.get(at);

        List<Change> missing = new ArrayList<>(history.changes);
        missing.remove(at);
        assertThat(faultOf(missing)).isEqualTo(Fault.NUMBER + " at " + (at + 2));
        List<Change> doubled = new ArrayList<>(history.changes);
        doubled.add(at, there);
        assertThat(faultOf(doubled)).isEqualTo(Fault.NUMBER + " at " + (at + 1));
        List<Change> reordered = new ArrayList<>(history.changes);
        reordered.set(at, history.changes.get(at + 1));
        reordered.set(at + 1, there);
        assertThat(faultOf(reordered)).isEqualTo(Fault.NUMBER + " at " + (at + 2));
        List<Change> forged = new ArrayList<>(history.changes);
        forged.set(at, copy(there, AT.plusSeconds(99_999), there.previous(), there.hash()));
        assertThat(faultOf(forged)).isEqualTo(Fault.HASH + " at " + (at + 1));
        List<Change> hashedAnew = new ArrayList<>(history.changes);
        Change anew = copy(there, AT.plusSeconds(99_999), there.previous(), "");
        hashedAnew.set(at, copy(anew, anew.at(), anew.previous(), anew.computedHash()));
        assertThat(faultOf(hashedAnew)).isEqualTo(Fault.PREVIOUS + " at " + (at + 2));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {21, 22})
    void a_change_of_what_is_not_there_or_of_another_chain_is_refused(long seed) {
        History history = new History(seed);
        history.step();
        Change first = history.changes.getFirst();
        Change.Draft stranger = new Change.Draft(
                ChangeOperation.WITHDRAW, new ItemId("list-entry", "9"), ChangeReason.EXPIRY, Sha256.NONE, null);
        Follower follower = new Follower(Chain.PUBLIC, ChainEnd.NONE);
        assertThat(follower.apply(first)).isEmpty();

        assertThat(follower.apply(Change.next(first.end(), Chain.PUBLIC, stranger, AT)))
                .contains(Fault.STATE);
        assertThat(follower.apply(Change.next(first.end(), Chain.PARTNERS, stranger, AT)))
                .contains(Fault.OTHER_CHAIN);
        assertThat(follower.end()).isEqualTo(first.end());
    }

    private static Change copy(Change change, Instant at, String previous, String hash) {
        return new Change(
                change.chain(),
                change.number(),
                at,
                change.operation(),
                change.item(),
                change.reason(),
                change.was(),
                change.contentHash(),
                previous,
                hash);
    }

    private static String faultOf(List<Change> changes) {
        Follower follower = new Follower(Chain.PUBLIC, ChainEnd.NONE);
        for (Change change : changes) {
            if (!change.computedHash().equals(change.hash())) {
                return Fault.HASH + " at " + change.number();
            }
            var fault = follower.apply(change);
            if (fault.isPresent()) {
                return fault.get() + " at " + change.number();
            }
        }
        return "none";
    }
}
