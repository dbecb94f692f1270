package dev.assay.core.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SetDigestTest {

    private static final ItemId RATING = new ItemId("rating", "m uk-fhrs fhrs:1");
    private static final ItemId ENTRY = new ItemId("list-entry", "17");

    /** The expected values were computed by a program in another language, written after docs/following.md. */
    @Test
    void the_digest_is_the_one_that_the_documentation_describes() {
        SetDigest.Sum sum = new SetDigest.Sum(SetDigest.EMPTY);
        assertThat(sum.digest().shortened())
                .isEqualTo("e5a00aa9991ac8a5ee3109844d84a55583bd20572ad3ffcd42792f3c36b183ad");
        sum.add(RATING, Sha256.of("{\"grade\":\"A\"}"));
        sum.add(ENTRY, Sha256.of("{\"name\":\"海安老街面馆\"}"));

        assertThat(sum.digest().shortened())
                .isEqualTo("25e211a2743e188015aab1168ace1e2b010cf081b63e47d65a15b8c7f527663d");
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void whatever_the_order_of_changes_only_what_is_there_in_the_end_counts(long seed) {
        Random random = new Random(seed);
        List<Integer> kept =
                new ArrayList<>(random.ints(40, 0, 1_000_000).distinct().boxed().toList());
        SetDigest.Sum straight = new SetDigest.Sum(SetDigest.EMPTY);
        kept.forEach(item -> straight.add(item(item), Sha256.of("content " + item)));
        Collections.shuffle(kept, random);
        SetDigest.Sum crooked = new SetDigest.Sum(SetDigest.EMPTY);
        for (int item : kept) {
            crooked.add(item(item), Sha256.of("earlier " + item));
            crooked.apply(
                    new Change.Draft(ChangeOperation.ADD, item(-item), ChangeReason.NEW_RECORD, null, Sha256.NONE));
        }
        for (int item : kept) {
            crooked.apply(new Change.Draft(
                    ChangeOperation.MODIFY,
                    item(item),
                    ChangeReason.CORRECTION,
                    Sha256.of("earlier " + item),
                    Sha256.of("content " + item)));
            crooked.apply(
                    new Change.Draft(ChangeOperation.WITHDRAW, item(-item), ChangeReason.EXPIRY, Sha256.NONE, null));
        }

        assertThat(crooked.digest()).isEqualTo(straight.digest());
    }

    @Test
    void parts_that_were_summed_apart_add_up() {
        SetDigest.Sum whole = new SetDigest.Sum(SetDigest.EMPTY);
        SetDigest.Sum first = new SetDigest.Sum(SetDigest.EMPTY);
        SetDigest.Sum second = new SetDigest.Sum(SetDigest.EMPTY);
        for (int i = 0; i < 20; i++) {
            whole.add(item(i), Sha256.NONE);
            (i % 2 == 0 ? first : second).add(item(i), Sha256.NONE);
        }
        first.add(second.digest());

        assertThat(first.digest()).isEqualTo(whole.digest());
        assertThat(SetDigest.of(whole.digest().bytes())).isEqualTo(whole.digest());
    }

    @Test
    void another_kind_key_or_content_gives_another_digest() {
        assertThat(List.of(
                        of("rating", "ab", "x"),
                        of("rating", "a", "bx"),
                        of("ratinga", "b", "x"),
                        of("rating", "ab", "y")))
                .doesNotHaveDuplicates();
    }

    @Test
    void bytes_of_another_length_are_refused() {
        assertThatThrownBy(() -> SetDigest.of(new byte[32])).hasMessageContaining("has 2048 bytes, not 32");
    }

    private static String of(String kind, String key, String hash) {
        SetDigest.Sum sum = new SetDigest.Sum(SetDigest.EMPTY);
        sum.add(new ItemId(kind, key), hash);
        return sum.digest().shortened();
    }

    private static ItemId item(int number) {
        return new ItemId("rating", "m " + number);
    }
}
