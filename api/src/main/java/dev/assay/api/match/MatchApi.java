package dev.assay.api.match;

import dev.assay.api.business.Businesses;
import dev.assay.api.problem.BadParameter;
import dev.assay.batch.matching.Asked;
import dev.assay.core.identity.Identity;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Finds the businesses of names, as the imports find them: identities first, then names, each score with its parts. */
@RestController
@Tag(name = "match", description = "Whose names are these?")
class MatchApi {

    /** The most questions at once. */
    private static final int MOST = 100;

    private static final int LONGEST = 500;
    private static final int MOST_IDENTITIES = 10;

    private final MatchIndex index;

    MatchApi(MatchIndex index) {
        this.index = index;
    }

    /** The questions as they are sent. */
    record MatchBody(
            @Schema(description = "1 to 100 questions") @Nullable
            List<NameBody> names) {}

    /** One question as it is sent. */
    record NameBody(
            @Schema(description = "The name, at most 500 characters; may be left out where an identity is given")
            @Nullable
            String name,

            @Schema(description = "Code of its division", example = "320682") @Nullable
            String division,

            @Schema(description = "Its address, at most 500 characters") @Nullable
            String address,

            @Schema(
                    description = "What else identifies it, SCHEME:VALUE; at most 10",
                    example = "[\"uscc:91320682MA1XQK7R0B\"]")
            @Nullable
            List<String> identities) {}

    @PostMapping(path = "/v1/match", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "The businesses of up to 100 names: identities first, then names, with every score explained")
    MatchListView match(@RequestBody MatchBody body) {
        List<NameBody> names = Objects.requireNonNullElse(body.names(), List.of());
        if (names.isEmpty() || names.size() > MOST) {
            throw new BadParameter(
                    "names",
                    "The questions (%d) are not 1 to %d.%nMaybe send them in several requests."
                            .formatted(names.size(), MOST));
        }
        List<Asked> asked = IntStream.range(0, names.size())
                .mapToObj(place -> asked(names.get(place), place))
                .toList();
        return index.ask((resolver, at) -> new MatchListView(
                at,
                asked.stream().map(one -> MatchView.of(resolver.resolve(one))).toList()));
    }

    private static Asked asked(@Nullable NameBody body, int place) {
        String parameter = "names[%d]".formatted(place);
        if (body == null) {
            throw new BadParameter(parameter, "The question is null.%nMaybe leave it out.".formatted());
        }
        List<String> identities = Objects.requireNonNullElse(body.identities(), List.of());
        if (identities.size() > MOST_IDENTITIES) {
            throw new BadParameter(
                    parameter + ".identities",
                    "The identities (%d) are more than %d.%nMaybe send the most certain ones."
                            .formatted(identities.size(), MOST_IDENTITIES));
        }
        Asked asked = new Asked(
                text(body.name(), parameter + ".name"),
                text(body.division(), parameter + ".division"),
                text(body.address(), parameter + ".address"),
                identities.stream()
                        .map(text -> identity(text, parameter + ".identities"))
                        .toList());
        if (asked.name().isEmpty() && asked.identities().isEmpty()) {
            throw new BadParameter(
                    parameter, "The question has neither a name nor an identity.%nMaybe add one.".formatted());
        }
        return asked;
    }

    private static Identity identity(@Nullable String text, String parameter) {
        return Businesses.parse(parameter, Objects.requireNonNullElse(text, ""));
    }

    private static String text(@Nullable String text, String parameter) {
        String stripped = text == null ? "" : text.strip();
        if (stripped.length() > LONGEST) {
            throw new BadParameter(
                    parameter,
                    "The text has %d characters and may have %d.%nMaybe shorten it."
                            .formatted(stripped.length(), LONGEST));
        }
        return stripped;
    }
}
