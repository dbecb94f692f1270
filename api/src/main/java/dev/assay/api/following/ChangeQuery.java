package dev.assay.api.following;

import dev.assay.api.problem.BadParameter;
import io.swagger.v3.oas.annotations.Parameter;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.BindParam;

/**
 * Which changes were asked for.
 *
 * @param chain word of the chain; public if null
 * @param after number of the last change that was read; 0 if null
 * @param limit the most to give, 1 to {@value #MOST}; {@value #USUAL} if null
 * @param waiting how many seconds to wait where there are none, 0 to {@value #LONGEST}; 0 if null
 */
public record ChangeQuery(
        @Parameter(description = "The chain: public, or partners for who may see that; public without it") @Nullable
        String chain,

        @Parameter(description = "Number of the last change that was read; 0, the beginning, without it")
        @BindParam("after")
        @Nullable
        Long after,

        @Parameter(description = "The most changes, 1 to 10000; 1000 without it") @BindParam("limit") @Nullable
        Integer limit,

        @Parameter(
                name = "wait",
                description =
                        "Seconds to wait for the next change where there is none yet, 0 to 60; 0 without it. An empty answer says that there was none")
        @BindParam("wait")
        @Nullable
        Integer waiting) {

    static final int MOST = 10_000;

    static final int USUAL = 1_000;

    static final int LONGEST = 60;

    String chainCode() {
        return chain == null ? "public" : chain;
    }

    long number() {
        long number = after == null ? 0 : after;
        if (number < 0) {
            throw new BadParameter("after", "The number (%d) is below 0.%nMaybe begin with 0.".formatted(number));
        }
        return number;
    }

    int rows() {
        return within("limit", limit == null ? USUAL : limit, 1, MOST);
    }

    int seconds() {
        return within("wait", waiting == null ? 0 : waiting, 0, LONGEST);
    }

    private static int within(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw new BadParameter(
                    name,
                    "The %s (%d) is not %d to %d.%nMaybe ask again afterwards.".formatted(name, value, least, most));
        }
        return value;
    }
}
